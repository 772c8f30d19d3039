#include "engine/digest.h"

#include <sodium.h>

#include <array>

namespace confronta {

std::string digest_of(std::string_view text) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, 65> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return std::string{hex.data(), 64};
}

}  // namespace confronta
