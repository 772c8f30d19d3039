#include "importers/mapping/column_table.h"

#include <algorithm>
#include <utility>

#include "importers/normalise/text.h"

namespace confronta::importers {

ColumnTable::ColumnTable(std::string subjects) : subjects_(std::move(subjects)), sets_(1) {}

void ColumnTable::add_alias(std::string_view name, std::vector<std::string> aliases) {
  aliases_[fold_words(name)] = std::move(aliases);
}

std::string_view ColumnTable::without_subjects(std::string_view name) const {
  const std::string prefix = subjects_ + "[].";
  const bool nested = !subjects_.empty() && name.substr(0, prefix.size()) == prefix;
  return nested ? name.substr(prefix.size()) : name;
}

ColumnNames ColumnTable::named(const std::vector<std::string>& names) const {
  ColumnNames column;
  const auto add = [&](std::string_view name) {
    for (const std::string_view form : {name, without_subjects(name)}) {
      std::string folded = fold_words(form);
      if (std::find(column.names.begin(), column.names.end(), folded) == column.names.end())
        column.names.push_back(std::move(folded));
    }
  };
  for (const std::string& name : names) {
    add(name);
    const auto at = aliases_.find(fold_words(name));
    if (at != aliases_.end())
      for (const std::string& alias : at->second) add(alias);
  }
  return column;
}

std::int16_t ColumnTable::slot(std::size_t set, const std::vector<std::string>& names) {
  ColumnSet& columns = sets_[set];
  ColumnNames column = named(names);
  if (columns.list.empty()) {
    expect(names.front());
  } else {
    expect(columns.list + (names.front().empty() ? "[]" : "[]." + names.front()));
  }
  const auto at = std::find(columns.columns.begin(), columns.columns.end(), column);
  const auto slot = static_cast<std::int16_t>(at - columns.columns.begin());
  if (at == columns.columns.end()) columns.columns.push_back(std::move(column));
  return slot;
}

std::size_t ColumnTable::set(const std::vector<std::string>& paths) {
  for (std::size_t i = 0; i < sets_.size(); ++i)
    if (sets_[i].list == paths.front()) return i;
  std::vector<std::string> others{paths.begin() + 1, paths.end()};
  for (const std::string& path : paths)
    if (without_subjects(path) != path) others.emplace_back(without_subjects(path));
  sets_.push_back({paths.front(), std::move(others), {}});
  return sets_.size() - 1;
}

void ColumnTable::expect(std::string name) {
  if (std::find(expected_.begin(), expected_.end(), name) == expected_.end())
    expected_.push_back(std::move(name));
}

}  // namespace confronta::importers
