#pragma once
// From the columns of a file to the slots of a mapping, worked out once per header.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "importers/formats/row_source.h"
#include "importers/mapping/mapping.h"

namespace confronta::importers {

/// The cells of one row by slot. Names are looked up once per distinct header text; a row whose
/// fields stand where those of the row before stood costs one comparison of names a field. Not
/// thread-safe; keeps a reference to the set.
class Binding {
 public:
  explicit Binding(const ColumnSet& set);

  /// Puts the fields of a row into their slots. The row must outlive the look-ups that follow.
  void bind(const SourceRow& row);
  /// Whether the row has a column for the slot (-1: it has not).
  bool has(int slot) const { return slot >= 0 && cells_[static_cast<std::size_t>(slot)]; }
  /// The text of a slot; "" where the row has no such column.
  std::string_view text(int slot) const {
    return has(slot) ? std::string_view{cells_[static_cast<std::size_t>(slot)]->text}
                     : std::string_view{};
  }
  /// The column's name as the file writes it.
  const std::string& header(int slot) const { return cells_[static_cast<std::size_t>(slot)]->name; }

 private:
  struct Target {
    std::size_t slot;
    std::uint32_t rank;  // of the name among the slot's candidates; the lowest wins
  };
  const std::vector<Target>& targets(const std::string& name);

  const ColumnSet& set_;
  std::unordered_map<std::string, std::vector<Target>> by_name_;  // node-based: pointers stay
  std::vector<std::pair<std::string, const std::vector<Target>*>> last_;  // by position
  std::vector<const Field*> cells_;
  std::vector<std::uint32_t> ranks_;
};

}  // namespace confronta::importers
