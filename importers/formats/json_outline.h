#pragma once
// Where the records lie in a JSON document: one pass over its bytes that keeps only the open
// brackets.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "importers/formats/bytes.h"
#include "models/domain/result.h"

namespace confronta::importers {

struct JsonPlace {
  enum class Kind {
    array,   // the elements of the array at `offset`
    values,  // one value after the other from the beginning: a single object, or several
    html,    // an HTML table in the string at `offset`
  };
  Kind kind = Kind::values;
  std::uint64_t offset = 0;  // of the bracket or quote, in the stream
  std::string path;          // keys to it, joined by dots
};

/// Finds the records. A document that is an array is the list itself. In an object it is what lies
/// at `list_path`, else the array with the most objects (arrays within arrays do not count), else
/// the longest string that holds HTML ("datos" of Jalisco's PFSI), else the object itself. An
/// object that has at least two of the expected columns among its own keys is a record.
///
/// Errors: "json.truncated", "json.not_json", "json.too_deep", "json.no_such_list".
Result<JsonPlace> find_json_records(std::unique_ptr<ByteSource> text, const std::string& list_path,
                                    const std::vector<std::string>& expected_columns);

}  // namespace confronta::importers
