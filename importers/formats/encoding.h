#pragma once
// Bytes in one of the encodings that Mexican lists come in -> UTF-8. Own tables for the two 8-bit
// encodings: a converter that is opened once per cell would cost more than the cell.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "importers/formats/bytes.h"
#include "models/domain/result.h"

namespace confronta::importers {

enum class Encoding { utf8, utf16_le, utf16_be, windows_1252, mac_roman };

/// Whether the bytes are well-formed UTF-8 (shortest form, no surrogates).
bool valid_utf8(std::string_view bytes);

/// Appends a code point; what is no code point becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// The code point of a byte above 0x7F in Windows-1252 or Mac Roman. The five bytes that
/// Windows-1252 leaves open become the control characters of the same number: kept, not dropped.
char32_t code_point_of(unsigned char byte, Encoding encoding);

/// The encoding of a whole file by its first bytes: a byte order mark, or the zeros of UTF-16. What
/// has neither is read as UTF-8, and to_utf8 sees to the cells that are not.
struct FileEncoding {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;  // bytes of the byte order mark
};
FileEncoding file_encoding(std::string_view head);

/// Opens a file as a stream of UTF-8 without a byte order mark. `encoding` as in
/// ReadOptions::encoding. Windows-1252 and Mac Roman are only decoded here when they are asked for;
/// else bytes that are not UTF-8 pass as they are. An unpaired half of a UTF-16 pair becomes
/// U+FFFD. Errors: those of open_bytes, "encoding.unknown".
Result<std::unique_ptr<ByteSource>> open_text(const std::string& path, std::string_view encoding);

}  // namespace confronta::importers
