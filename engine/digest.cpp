#include "engine/digest.h"

#include <sodium.h>

#include <array>

namespace confronta {

struct Digest::State {
  crypto_generichash_state hash;
};

Digest::Digest() : state_(std::make_unique<State>()) {
  crypto_generichash_init(&state_->hash, nullptr, 0, 32);
}
Digest::~Digest() = default;

void Digest::add(std::string_view piece) {
  crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(piece.data()),
                            piece.size());
}

std::string Digest::hex() {
  std::array<unsigned char, 32> hash{};
  crypto_generichash_final(&state_->hash, hash.data(), hash.size());
  std::array<char, 65> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return std::string{hex.data(), 64};
}

std::string digest_of(std::string_view text) {
  Digest digest;
  digest.add(text);
  return digest.hex();
}

}  // namespace confronta
