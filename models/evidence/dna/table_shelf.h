#pragma once
// Where the tables of families stay from one match to the next.

#include <optional>
#include <string>
#include <string_view>

namespace confronta {

/// A table's numbers as bytes, known by their content: the bytes of all that they depend on. What
/// is not there is computed, so a shelf may forget anything; it must never give what was kept with
/// another content. Any thread may call.
class TableShelf {
 public:
  virtual ~TableShelf() = default;
  virtual std::optional<std::string> find(std::string_view content) = 0;
  /// Instead of what was there. Does not fail: what cannot be kept is forgotten.
  virtual void keep(std::string_view content, std::string_view bytes) = 0;
};

}  // namespace confronta
