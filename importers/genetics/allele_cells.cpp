#include "importers/genetics/allele_cells.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "importers/formats/cell_text.h"
#include "importers/normalise/text.h"
#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

constexpr double most_repeats = 1000;  // D11S554 is named by base pairs, 176 to 250

constexpr std::string_view not_called[]{"-",  "--",  "?",  "*",  "0",   "ND",
                                        "NR", "INC", "NC", "DO", "ADO", "FAIL"};
constexpr std::string_view off_ladder[]{"OL", "OL?", "OFF LADDER", "OFFLADDER", "R", "OB"};
constexpr std::string_view letters[]{"X", "Y", "A", "C", "G", "T"};

template <class List>
bool among(const List& list, std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

/// "9.3" from "9.3", "9,3" and "9.30"; nothing for what is no number of repeats.
std::optional<std::string> repeats(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  const auto number = parse_number(text);
  if (!number || !(*number > 0 && *number < most_repeats)) return std::nullopt;
  const double tenths = std::round(*number * 10);
  if (std::abs(*number * 10 - tenths) > 1e-6) return std::nullopt;
  const auto whole = static_cast<long>(tenths);
  std::string allele = std::to_string(whole / 10);
  if (whole % 10 != 0) allele += '.' + std::to_string(whole % 10);
  return allele;
}

Status read_allele(std::string_view text, LocusCells& cells) {
  const std::string folded = fold(text);
  if (folded == "XX" || folded == "XY") {
    cells.alleles.insert(cells.alleles.end(), {"X", folded.substr(1)});
  } else if (among(letters, folded)) {
    cells.alleles.push_back(folded);
  } else if (among(not_called, folded) || sentinel(text)) {
    cells.marked = true;
  } else if (among(off_ladder, folded) || folded.front() == '<' || folded.front() == '>') {
    cells.alleles.emplace_back("OL");
  } else if (auto allele = repeats(folded)) {
    cells.alleles.push_back(std::move(*allele));
  } else {
    return Error{"dna.allele", {std::string{text}}, {}};
  }
  return success();
}

std::string_view separators_of(std::string_view text, bool single) {
  if (text.find_first_of("/;|") != text.npos) return "/;|";
  if (single) return "";
  return text.find(',') != text.npos ? "," : " \t";
}

}  // namespace

Status read_allele_cell(std::string_view text, bool single, LocusCells& cells) {
  text = trimmed(text);
  if (text.empty()) return success();
  // "X,X" is amelogenin's, though it looks like a way of saying nothing.
  const std::string folded = fold(text);
  const bool sexes = folded.find_first_not_of("XY ,;/|") == folded.npos;
  const bool whole =
      !sexes && (among(not_called, folded) || sentinel(text) || among(off_ladder, folded));
  const std::string_view separators = whole ? "" : separators_of(text, single);
  while (!text.empty()) {
    const std::size_t end = separators.empty() ? text.npos : text.find_first_of(separators);
    const std::string_view one = trimmed(text.substr(0, end));
    if (!one.empty())
      if (auto read = read_allele(one, cells); !read) return read;
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  return success();
}

}  // namespace confronta::importers
