#include "importers/formats/encoding.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace confronta::importers {
namespace {

// Bytes 0x80 to 0xFF, after the mapping tables of the Unicode consortium
// (MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT and MAPPINGS/VENDORS/APPLE/ROMAN.TXT).
constexpr std::array<char16_t, 128> windows_1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3,
    0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
    0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB,
    0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7,
    0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3,
    0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF,
    0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB,
    0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x00F6, 0x00F7,
    0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF};
constexpr std::array<char16_t, 128> mac_roman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

/// Decodes another stream to UTF-8.
class DecodedBytes final : public ByteSource {
 public:
  DecodedBytes(std::unique_ptr<ByteSource> source, Encoding encoding)
      : source_(std::move(source)), encoding_(encoding) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    while (given_ == decoded_.size() && !at_end_) {
      std::array<char, 1 << 16> bytes;
      const auto count = source_->read(bytes);
      if (!count) return count.error();
      at_end_ = count.value() == 0;
      decoded_.clear();
      given_ = 0;
      for (std::size_t i = 0; i < count.value(); ++i) take(static_cast<unsigned char>(bytes[i]));
      if (at_end_) finish();
    }
    const std::size_t size = std::min(buffer.size(), decoded_.size() - given_);
    std::memcpy(buffer.data(), decoded_.data() + given_, size);
    given_ += size;
    return size;
  }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return source_->progress(); }

 private:
  void take(unsigned char byte) {
    if (encoding_ == Encoding::windows_1252 || encoding_ == Encoding::mac_roman)
      return append_utf8(decoded_, byte < 0x80 ? byte : code_point_of(byte, encoding_));
    if (!half_unit_) {
      half_unit_ = byte;
      return;
    }
    const unsigned char first = *half_unit_;
    half_unit_.reset();
    take_unit(static_cast<char16_t>(encoding_ == Encoding::utf16_le ? first | byte << 8
                                                                    : first << 8 | byte));
  }
  void take_unit(char16_t unit) {
    if (lead_ != 0 && U16_IS_TRAIL(unit)) {
      append_utf8(decoded_, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, unit)));
      lead_ = 0;
      return;
    }
    if (lead_ != 0) append_utf8(decoded_, 0xFFFD);
    lead_ = U16_IS_LEAD(unit) ? unit : u'\0';
    if (lead_ == 0) append_utf8(decoded_, unit);
  }
  void finish() {
    if (lead_ != 0) append_utf8(decoded_, 0xFFFD);
    if (half_unit_) append_utf8(decoded_, 0xFFFD);
  }

  std::unique_ptr<ByteSource> source_;
  Encoding encoding_;
  std::string decoded_;
  std::size_t given_ = 0;
  bool at_end_ = false;
  std::optional<unsigned char> half_unit_;
  char16_t lead_ = 0;
};

}  // namespace

bool valid_utf8(std::string_view bytes) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t i = 0;
  while (i < size) {
    std::uint64_t eight = 0;
    if (i + 8 <= size) {
      std::memcpy(&eight, bytes.data() + i, 8);
      if ((eight & 0x8080808080808080U) == 0) {
        i += 8;
        continue;
      }
    }
    UChar32 code_point = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, code_point);
    if (code_point < 0) return false;
  }
  return true;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || U_IS_SURROGATE(code_point)) code_point = 0xFFFD;
  std::array<std::uint8_t, 4> bytes{};
  int size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, code_point);
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

char32_t code_point_of(unsigned char byte, Encoding encoding) {
  const std::size_t index = byte & 0x7FU;
  return encoding == Encoding::mac_roman ? mac_roman[index] : windows_1252[index];
}

FileEncoding file_encoding(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") return {Encoding::utf8, 3};
  if (head.substr(0, 2) == "\xFF\xFE") return {Encoding::utf16_le, 2};
  if (head.substr(0, 2) == "\xFE\xFF") return {Encoding::utf16_be, 2};
  // Latin text in UTF-16 has a zero in every second byte, and hardly any in the others.
  std::array<std::size_t, 2> zeros{};
  const std::size_t size = std::min<std::size_t>(head.size(), 4096) & ~std::size_t{1};
  for (std::size_t i = 0; i < size; ++i) zeros[i & 1] += head[i] == '\0' ? 1 : 0;
  const std::size_t many = size * 3 / 8;
  if (size >= 4 && zeros[1] >= many && zeros[0] * 10 <= zeros[1]) return {Encoding::utf16_le, 0};
  if (size >= 4 && zeros[0] >= many && zeros[1] * 10 <= zeros[0]) return {Encoding::utf16_be, 0};
  return {};
}

Result<std::unique_ptr<ByteSource>> open_text(const std::string& path, std::string_view encoding) {
  const auto head = read_head(path, 4096);
  if (!head) return head.error();
  FileEncoding found = file_encoding(head.value());
  if (encoding == "windows-1252") {
    found = {Encoding::windows_1252, 0};
  } else if (encoding == "mac-roman") {
    found = {Encoding::mac_roman, 0};
  } else if (encoding == "utf-8") {
    found = {Encoding::utf8, found.encoding == Encoding::utf8 ? found.mark : 0};
  } else if (encoding == "utf-16") {
    if (found.encoding == Encoding::utf8) found = {Encoding::utf16_le, 0};
  } else if (!encoding.empty()) {
    return Error{"encoding.unknown", {std::string{encoding}}, {path, "", 0, ""}};
  }
  auto bytes = open_bytes(path, found.mark);
  if (!bytes || found.encoding == Encoding::utf8) return bytes;
  return std::unique_ptr<ByteSource>{new DecodedBytes{std::move(bytes).value(), found.encoding}};
}

}  // namespace confronta::importers
