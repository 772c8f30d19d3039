#include "importers/formats/header.h"

#include <algorithm>
#include <map>
#include <set>

#include "importers/formats/cell_text.h"

namespace confronta::importers {
namespace {

std::string one_spaced(std::string_view text) {
  std::string name;
  for (const char c : trimmed(text)) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space)
      name += c;
    else if (name.back() != ' ')
      name += ' ';
  }
  return name;
}

/// Cells up to the last one with text.
std::size_t width(const HeaderRow& row) {
  std::size_t size = row.cells.size();
  while (size > 0 && row.cells[size - 1].empty()) --size;
  return size;
}

/// The most frequent width of the rows; of equally frequent ones the greatest.
std::size_t usual_width(std::span<const HeaderRow> rows) {
  std::map<std::size_t, std::size_t> counts;
  for (const HeaderRow& row : rows)
    if (const std::size_t size = width(row); size > 0) ++counts[size];
  std::size_t usual = 0;
  for (const auto& [size, count] : counts)
    if (usual == 0 || count >= counts[usual]) usual = size;
  return usual;
}

/// Whether a row can be a header, allowing for `slack` quarters of its cells to be empty or
/// numbers.
bool looks_like_header(const HeaderRow& row, std::size_t usual, std::size_t slack) {
  std::size_t texts = 0;
  std::size_t numbers = 0;
  std::set<std::string_view> different;
  for (const std::string& cell : row.cells) {
    if (cell.empty()) continue;
    if (numeric(cell)) {
      ++numbers;
    } else {
      ++texts;
      different.insert(cell);
    }
  }
  return texts > 0 && texts * 4 >= usual * (4 - slack) && numbers * 4 <= usual * (slack - 1) &&
         different.size() * 4 >= texts * 3;
}

std::vector<std::string> grouped_cells(const HeaderRow& group, const HeaderRow& sub) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < std::max(group.cells.size(), sub.cells.size()); ++i) {
    const std::string above = i < group.cells.size() ? one_spaced(group.cells[i]) : "";
    const std::string below = i < sub.cells.size() ? one_spaced(sub.cells[i]) : "";
    const bool one = above.empty() || below.empty() || above == below;
    cells.push_back(one ? (below.empty() ? above : below) : above + " / " + below);
  }
  return cells;
}

std::size_t count_matches(const std::vector<std::string>& names,
                          const std::set<std::string>& expected) {
  std::set<std::string> found;
  for (const std::string& name : names)
    if (expected.count(lower_ascii(name)) > 0) found.insert(lower_ascii(name));
  return found.size();
}

/// The header whose last row is `index`, under the group row above it if there is one.
Header header_at(std::span<const HeaderRow> rows, std::size_t index,
                 const std::set<std::string>& expected) {
  Header plain{index, column_names(rows[index].cells), 0};
  plain.matches = count_matches(plain.names, expected);
  if (index == 0 || !rows[index - 1].group || rows[index - 1].number + 1 != rows[index].number)
    return plain;
  Header grouped{index, column_names(grouped_cells(rows[index - 1], rows[index])), 0};
  grouped.matches = count_matches(grouped.names, expected);
  return grouped.matches >= plain.matches ? grouped : plain;
}

std::optional<std::size_t> first_that_looks_like_one(std::span<const HeaderRow> rows) {
  const std::size_t usual = usual_width(rows);
  for (const std::size_t slack : {1, 2})
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (looks_like_header(rows[i], usual, slack)) return i;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (width(rows[i]) > 0) return i;
  return {};
}

}  // namespace

std::vector<std::string> column_names(std::span<const std::string> cells) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string name = one_spaced(cells[i]);
    if (name.empty()) name = column_letters(i);
    std::string free = name;
    for (int n = 2; !taken.insert(free).second; ++n) free = name + "#" + std::to_string(n);
    names.push_back(std::move(free));
  }
  return names;
}

std::optional<Header> find_header(std::span<const HeaderRow> rows, std::uint64_t number,
                                  std::span<const std::string> expected_names) {
  std::set<std::string> expected;
  for (const std::string& name : expected_names) expected.insert(lower_ascii(one_spaced(name)));
  if (number > 0) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].number == number) return header_at(rows, i, expected);
    return {};
  }
  Header best;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Header header = header_at(rows, i, expected);
    if (header.matches > best.matches) best = std::move(header);
  }
  if (best.matches >= 2 || (best.matches > 0 && best.matches == expected.size())) return best;
  auto index = first_that_looks_like_one(rows);
  if (!index) return {};
  // Over a group row that looks like a header itself, the row of the single columns is the header.
  if (rows[*index].group && *index + 1 < rows.size() &&
      rows[*index + 1].number == rows[*index].number + 1 &&
      looks_like_header(rows[*index + 1], usual_width(rows), 2))
    ++*index;
  return header_at(rows, *index, expected);
}

}  // namespace confronta::importers
