#include "models/evidence/dna/row_places.h"

#include <algorithm>

namespace confronta {

std::vector<genetics::FamilyPlace> places_of(const genetics::Families& families,
                                             const TraitTable& table, RowId row) {
  std::vector<genetics::FamilyPlace> places;
  const auto add = [&](const std::string& report) {
    for (const genetics::FamilyPlace& place : families.places_of(report))
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  };
  for (const std::string& member : table.row(row).members) add(member);
  if (table.row(row).members.empty()) add(table.id(row));
  return places;
}

std::vector<LineKin> kin_on_line(const genetics::FamilyPlace& place, genetics::Line line) {
  std::vector<LineKin> kin;
  for (int p = 0; p < place.family->pedigree.size(); ++p) {
    if (p == place.person) continue;
    const auto meioses = meioses_between(place.family->pedigree, place.person, p, line);
    if (meioses) kin.push_back({*meioses, &place.family->members[static_cast<std::size_t>(p)]});
  }
  std::stable_sort(kin.begin(), kin.end(),
                   [](const LineKin& a, const LineKin& b) { return a.meioses < b.meioses; });
  return kin;
}

}  // namespace confronta
