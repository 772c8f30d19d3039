#include "importers/genetics/allele_columns.h"

#include <algorithm>
#include <cmath>

#include "importers/formats/cell_text.h"
#include "models/domain/number_text.h"
#include "models/stats/genetics/x_loci.h"

namespace confronta::importers {
namespace {

constexpr double figures_past_the_point = 1e-9;  // of a sum of copies

bool is_whole(double number) { return number == std::floor(number); }

Location at_row(Location where, std::uint64_t row) {
  where.row = row;
  return where;
}

/// How many chromosomes the table says were counted: the fewest and the most that it can mean.
std::optional<std::pair<double, double>> stated(const AlleleColumn& column, bool x) {
  if (column.chromosomes) return std::pair{*column.chromosomes, *column.chromosomes};
  if (!column.persons) return std::nullopt;
  return std::pair{(x ? 1 : 2) * *column.persons, 2 * *column.persons};
}

std::string text_of(std::pair<double, double> range) {
  const std::string most = fixed_text(range.second, 3);
  return range.first == range.second ? most : fixed_text(range.first, 3) + "-" + most;
}

}  // namespace

Result<genetics::TableLocus> locus_of(const AlleleColumn& column) {
  double sum = 0;
  for (const AlleleFigure& one : column.figures) sum += one.number;
  const bool whole = std::all_of(column.figures.begin(), column.figures.end(),
                                 [](const AlleleFigure& one) { return is_whole(one.number); });
  const bool copies = whole && sum > 1;
  if (!copies)
    for (const AlleleFigure& one : column.figures)
      if (one.number > 1)
        return Error{"allele_table.above_one",
                     {column.locus, one.allele, fixed_text(one.number, 6)},
                     at_row(column.where, one.row)};
  genetics::TableLocus locus;
  locus.name = column.locus;
  const bool x = genetics::on_x(column.locus);
  if (x) locus.inheritance = genetics::Inheritance::x_linked;
  locus.linkage_group = column.linkage_group;
  if (x && locus.linkage_group == 0)
    locus.linkage_group = genetics::linkage_group_on_x(column.locus);
  const auto counted = stated(column, x);
  if (copies && counted &&
      !(sum >= counted->first - figures_past_the_point &&
        sum <= counted->second + figures_past_the_point))
    return Error{
        "allele_table.counts", {column.locus, fixed_text(sum, 3), text_of(*counted)}, column.where};
  locus.chromosomes = copies ? sum : counted ? counted->first : 0;
  for (const AlleleFigure& one : column.figures)
    locus.frequencies.emplace_back(one.allele, copies ? one.number / sum : one.number);
  if (const auto made = genetics::Locus::make(locus.name, locus.frequencies); !made) {
    Error error = made.error();
    error.where = column.where;
    return error;
  }
  return locus;
}

std::optional<double> figure_of(std::string_view text) {
  std::string number{trimmed(text)};
  const bool percent = !number.empty() && number.back() == '%';
  if (percent) number = trimmed(std::string_view{number}.substr(0, number.size() - 1));
  if (number.find('.') == number.npos)
    if (const auto comma = number.find(','); comma != number.npos) number[comma] = '.';
  const auto value = parse_number(number);
  if (!value || !(*value >= 0) || !std::isfinite(*value)) return std::nullopt;
  return percent ? *value / 100 : *value;
}

}  // namespace confronta::importers
