#pragma once
// Which mapping a file's columns call for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/mapping/mapping.h"

namespace confronta::importers {

/// How well a mapping explains some columns.
struct LayoutFit {
  std::vector<std::string> missing;  // required columns that are not there, by their first name
  std::vector<std::string>
      unmapped;               // columns that the mapping does not know, as the file has them
  std::size_t explained = 0;  // columns that it knows
  bool format_fits = true;
  bool fits() const { return format_fits && missing.empty(); }
};
LayoutFit fit_layout(const Mapping& mapping, const std::vector<std::string>& columns,
                     std::string_view format);

/// The shipped mapping whose required columns are all there and that explains most columns; of
/// equals the first by name. Error "mapping.no_layout": the columns found, the nearest mapping (the
/// one that explains most), and the required columns that it lacks.
Result<Mapping> choose_mapping(const std::vector<std::string>& columns, std::string_view format);

/// The error "mapping.no_layout" of a file that lacks columns of a mapping.
Error no_layout(const std::vector<std::string>& columns, const std::string& mapping,
                const LayoutFit& fit);

/// The columns that any shipped mapping expects: they tell a header from title rows.
std::vector<std::string> all_expected_columns();

}  // namespace confronta::importers
