#pragma once
// The tables of the store, as a list of migrations.

#include <span>
#include <string_view>

namespace confronta {

/// "CNFR": marks a SQLite file as one of ours (PRAGMA application_id).
inline constexpr int store_application_id = 0x434E4652;

/// migrations()[v] takes a store of schema version v (PRAGMA user_version) to v + 1; version 0 is
/// an empty file. A released migration is never edited: a change is a new one at the end.
std::span<const std::string_view> migrations();

}  // namespace confronta
