#include "importers/formats/file_digest.h"

#include <sodium.h>

#include <array>
#include <vector>

#include "importers/formats/bytes.h"

namespace confronta::importers {

Result<std::string> file_digest(const std::string& path) {
  auto source = open_bytes(path);
  if (!source) return source.error();
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  std::vector<char> buffer(std::size_t{1} << 18);
  for (;;) {
    const auto count = source.value()->read(buffer);
    if (!count) return count.error();
    if (count.value() == 0) break;
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                              count.value());
  }
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_final(&state, hash.data(), hash.size());
  std::array<char, crypto_generichash_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return std::string{hex.data(), hex.size() - 1};
}

}  // namespace confronta::importers
