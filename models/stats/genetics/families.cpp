#include "models/stats/genetics/families.h"

#include <algorithm>

namespace confronta::genetics {

bool Family::is_missing(int person) const {
  return std::any_of(missing.begin(), missing.end(),
                     [&](const Missing& one) { return one.person == person; });
}

Families::Families(std::vector<Family> list) : list_(std::move(list)) {
  for (std::size_t f = 0; f < list_.size(); ++f)
    for (const Family::Missing& missing : list_[f].missing)
      if (!missing.report.empty()) places_[missing.report].push_back({f, missing.person});
}

const Family* Families::find(std::string_view id) const {
  const auto at =
      std::lower_bound(list_.begin(), list_.end(), id,
                       [](const Family& family, std::string_view key) { return family.id < key; });
  return at != list_.end() && at->id == id ? &*at : nullptr;
}

std::vector<FamilyPlace> Families::places_of(std::string_view report) const {
  std::vector<FamilyPlace> places;
  if (const auto at = places_.find(report); at != places_.end())
    for (const Place& place : at->second) places.push_back({&list_[place.family], place.person});
  return places;
}

const Families& no_families() {
  static const Families none;
  return none;
}

}  // namespace confronta::genetics
