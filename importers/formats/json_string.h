#pragma once

#include <cstdint>
#include <memory>

#include "importers/formats/bytes.h"

namespace confronta::importers {

/// The text of one JSON string as a stream of its own: what lies between its quotes, with escapes
/// read. `skip` bytes of the document come before its first character. The stream ends at the
/// closing quote, or with the error "json.truncated".
std::unique_ptr<ByteSource> open_json_string(std::unique_ptr<ByteSource> document,
                                             std::uint64_t skip);

}  // namespace confronta::importers
