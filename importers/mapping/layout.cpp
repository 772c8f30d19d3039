#include "importers/mapping/layout.h"

#include <algorithm>
#include <set>
#include <utility>

#include "importers/mapping/shipped.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

/// Shipped mappings are tested to be well formed; one that were not would have no layout.
const std::vector<Mapping>& shipped() {
  static const std::vector<Mapping> all = [] {
    std::vector<Mapping> mappings;
    for (const ShippedMapping& shipped : shipped_mappings()) {
      auto mapping = parse_mapping(shipped.toml, std::string{shipped.name});
      if (mapping.ok()) mappings.push_back(std::move(mapping.value()));
    }
    return mappings;
  }();
  return all;
}

std::string join(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace

LayoutFit fit_layout(const Mapping& mapping, const std::vector<std::string>& columns,
                     std::string_view format) {
  std::set<std::string> there;
  for (const std::string& column : columns) there.insert(fold_words(column));
  std::set<std::string> known;
  const auto learn = [&](const ColumnNames& column, const std::string& prefix) {
    for (const std::string& name : column.names)
      known.insert(prefix.empty() || name.empty() ? prefix + name : prefix + ' ' + name);
  };
  LayoutFit fit;
  for (const ColumnNames& column : mapping.required) {
    learn(column, "");
    const bool found = std::any_of(column.names.begin(), column.names.end(),
                                   [&](const std::string& name) { return there.count(name) > 0; });
    if (!found) fit.missing.push_back(column.names.front());
  }
  for (const ColumnNames& column : mapping.unused) learn(column, "");
  for (const ColumnSet& set : mapping.column_sets)
    for (const ColumnNames& column : set.columns) {
      learn(column, fold_words(set.list));
      for (const std::string& path : set.other_paths) learn(column, fold_words(path));
    }
  for (const ColumnSet& set : mapping.column_sets) {  // an empty list has no fields, only its path
    if (!set.list.empty()) known.insert(fold_words(set.list));
    for (const std::string& path : set.other_paths) known.insert(fold_words(path));
  }
  if (!mapping.subjects.empty()) known.insert(fold_words(mapping.subjects));
  for (const std::string& column : columns) {
    if (known.count(fold_words(column)) > 0) {
      ++fit.explained;
    } else if (!column.empty()) {
      fit.unmapped.push_back(column);
    }
  }
  fit.format_fits =
      mapping.formats.empty() ||
      std::find(mapping.formats.begin(), mapping.formats.end(), format) != mapping.formats.end();
  return fit;
}

Result<Mapping> choose_mapping(const std::vector<std::string>& columns, std::string_view format) {
  const Mapping* best = nullptr;
  const Mapping* nearest = nullptr;
  LayoutFit best_fit, nearest_fit;
  for (const Mapping& mapping : shipped()) {  // sorted by name: of equals the first stays
    LayoutFit fit = fit_layout(mapping, columns, format);
    if (fit.fits() && (!best || fit.explained > best_fit.explained)) {
      best = &mapping;
      best_fit = fit;
    }
    if (!nearest || fit.explained > nearest_fit.explained) {
      nearest = &mapping;
      nearest_fit = std::move(fit);
    }
  }
  if (best) return *best;
  return no_layout(columns, nearest ? nearest->name : "", nearest_fit);
}

Error no_layout(const std::vector<std::string>& columns, const std::string& mapping,
                const LayoutFit& fit) {
  return {"mapping.no_layout", {join(columns), mapping, join(fit.missing)}, {}};
}

std::vector<std::string> all_expected_columns() {
  std::set<std::string> all;
  for (const Mapping& mapping : shipped())
    all.insert(mapping.expected.begin(), mapping.expected.end());
  return {all.begin(), all.end()};
}

}  // namespace confronta::importers
