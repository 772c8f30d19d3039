#pragma once
// Numbers as bytes, the same on every machine: eight each, the lowest first.

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace confronta::genetics {

inline void append_whole(std::string& bytes, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8)
    bytes += static_cast<char>(static_cast<unsigned char>(number >> shift));
}

/// Every bit of it: -0 is not 0.
inline void append_real(std::string& bytes, double number) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof bits);
  append_whole(bytes, bits);
}

/// With its length, so that no two lists of texts have the same bytes.
inline void append_text(std::string& bytes, std::string_view text) {
  append_whole(bytes, text.size());
  bytes += text;
}

/// Takes numbers from the front of bytes that are known to be long enough.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t whole() {
    std::uint64_t number = 0;
    for (std::size_t k = 0; k < 8; ++k)
      number |= std::uint64_t{static_cast<unsigned char>(bytes_[k])} << (8 * k);
    bytes_.remove_prefix(8);
    return number;
  }
  double real() {
    const std::uint64_t bits = whole();
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
  }

 private:
  std::string_view bytes_;
};

}  // namespace confronta::genetics
