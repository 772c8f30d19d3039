#pragma once
// BLAKE2b-256, by which snapshots, reference sets and runs are known.

#include <string>
#include <string_view>

namespace confronta {

/// Of one text, in 64 hexadecimal digits.
std::string digest_of(std::string_view text);

}  // namespace confronta
