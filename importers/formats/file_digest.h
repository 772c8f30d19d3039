#pragma once

#include <string>

#include "models/domain/result.h"

namespace confronta::importers {

/// BLAKE2b-256 of a file's bytes, in 64 hexadecimal digits. Errors as open_bytes, "file.empty"
/// included.
Result<std::string> file_digest(const std::string& path);

}  // namespace confronta::importers
