#include "importers/mapping/rule_cells.h"

#include "importers/normalise/text.h"

namespace confronta::importers {

bool RuleCells::applies() const {
  bool reads_columns = false;
  for (const std::int16_t slot : rule_.slot) {
    if (slot < 0) continue;
    if (binding_.has(slot)) return true;
    reads_columns = true;
  }
  return !reads_columns;
}

bool RuleCells::empty() const {
  bool reads_columns = false;
  for (const std::int16_t slot : rule_.slot) {
    if (!binding_.text(slot).empty()) return false;
    reads_columns |= slot >= 0;
  }
  // `value` beside a column stands in for the empty cell
  return reads_columns && rule_.constant[static_cast<std::size_t>(Part::text)].empty();
}

std::string_view RuleCells::text(Part part) const {
  const std::string_view cell = binding_.text(slot(part));
  if (cell.empty()) return rule_.constant[static_cast<std::size_t>(part)];
  if (rule_.values.empty()) return cell;
  const auto meant = rule_.values.find(fold_words(cell));
  return meant == rule_.values.end() ? cell : std::string_view{meant->second};
}

std::string RuleCells::raw() const {
  std::string all;
  for (const std::int16_t slot : rule_.slot) {
    const std::string_view cell = binding_.text(slot);
    if (cell.empty()) continue;
    if (!all.empty()) all += ' ';
    all += cell;
  }
  return all;
}

std::string RuleCells::column() const {
  const bool all_empty = empty();
  std::string all{prefix_};
  bool first = true;
  for (const std::int16_t slot : rule_.slot) {
    if (!binding_.has(slot) || (!all_empty && binding_.text(slot).empty())) continue;
    const std::string& name = binding_.header(slot);
    if (!first) all += " + ";
    if (first && !prefix_.empty() && !name.empty()) all += '.';
    all += name;
    first = false;
  }
  return all;
}

}  // namespace confronta::importers
