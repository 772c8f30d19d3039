#pragma once
// What kind of file this is, by its content; a name's ending says little of what commissions send.

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace confronta::importers {

/// csv, xlsx, xls, json, jsonl or html, from the first bytes of a file. A zip archive counts as
/// xlsx; whether it is one, its reader finds out. Error "file.unknown_format" for what is no table:
/// images, PDF, archives, other binary data; its argument 0 says what it seems to be.
Result<std::string> detect_format(std::string_view head);

}  // namespace confronta::importers
