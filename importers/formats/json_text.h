#pragma once
// JSON text cut into elements, and one element read into a row.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/row_source.h"

namespace confronta::importers {

enum class JsonCut { element, end, need_more, truncated };
struct JsonElement {
  std::size_t begin = 0;
  std::size_t length = 0;
  std::size_t next = 0;
};
/// Cuts the next element of an array from a text that begins behind its bracket or behind an
/// element. Brackets are counted and strings respected; nothing else is looked at, so that the end
/// of a broken element is found too. `end` at the closing bracket, or at the end of a text
/// (`at_end`) of values that stand one after the other (`in_array` false).
JsonCut cut_json_element(std::string_view text, bool at_end, bool in_array, JsonElement& element);

/// The text as valid UTF-8: strings that are not are decoded each by itself (to_utf8).
std::string json_utf8(std::string_view text);

/// Reads an object. Numbers keep their text, booleans are "true" and "false", null is "". What
/// Python writes for a missing number (NaN, Infinity) is read as null, and bare control characters
/// in strings are read as they are. Rejected: "json.bad_element" (argument 0: the byte),
/// "json.not_an_object", "json.too_deep".
ReadRow read_json_object(std::string_view text, const Location& where);

/// The names of a row's fields, those of its lists as "list[].field"; lists of scalars "list[]".
std::vector<std::string> json_columns(const SourceRow& row);

/// A JSON array of strings in one line, and back. Nothing if the text is no such array.
std::string json_array(const std::vector<std::string>& texts);
std::optional<std::vector<std::string>> read_json_array(std::string_view text);

}  // namespace confronta::importers
