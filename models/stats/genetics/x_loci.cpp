#include "models/stats/genetics/x_loci.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace confronta::genetics {
namespace {

constexpr std::array<std::string_view, 3> groups[]{
    {"DXS10148", "DXS10135", "DXS8378"},
    {"DXS7132", "DXS10079", "DXS10074"},
    {"DXS10103", "HPRTB", "DXS10101"},
    {"DXS10146", "DXS10134", "DXS7423"},
};
constexpr std::string_view other_names[]{"HPRTB", "ARA", "GATA31E08", "GATA165B12", "GATA172D05"};

}  // namespace

bool on_x(std::string_view locus) {
  return locus.substr(0, 3) == "DXS" ||
         std::find(std::begin(other_names), std::end(other_names), locus) != std::end(other_names);
}

int linkage_group_on_x(std::string_view locus) {
  for (std::size_t g = 0; g < std::size(groups); ++g)
    if (std::find(groups[g].begin(), groups[g].end(), locus) != groups[g].end())
      return static_cast<int>(g) + 1;
  return 0;
}

}  // namespace confronta::genetics
