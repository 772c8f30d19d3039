#pragma once
// Small things that every table format does to the text of a cell.

#include <string>
#include <string_view>

namespace confronta::importers {

/// Without white space at both ends; no-break spaces and byte order marks count as white space.
std::string_view trimmed(std::string_view text);

/// The letters of a column, from 0: A, B, ..., Z, AA, ...
std::string column_letters(std::size_t column);

/// With the letters A to Z made small.
std::string lower_ascii(std::string_view text);

/// Whether a text is made of digits and the signs of numbers, dates and times only: "12.5",
/// "03/04/2021". False for an empty one.
bool numeric(std::string_view text);

}  // namespace confronta::importers
