#include "models/evidence/common/garment_lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "models/evidence/common/garment_kinds.h"
#include "models/evidence/common/listed_once.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/stats/matching_sum.h"
#include "models/stats/text_neighbours.h"

namespace confronta {
namespace {

constexpr std::array<std::string_view, 4> views{"usual", "burnt", "decayed", "partial"};
static_assert(wearer_groups == views.size() * recorded_sexes.size());

const Garment& garment_in(const Observation* o) { return std::get<Garment>(o->value); }

int weight(const Garment& g) {
  return (engraving_of(g).empty() ? 0 : 16) + (g.brand.empty() ? 0 : 8) +
         (g.colour.empty() ? 0 : 4) + (g.material.empty() ? 0 : 2) + (g.size.empty() ? 0 : 1);
}

bool same(const Garment& a, const Garment& b) {
  return a.item == b.item && (a.colour == b.colour || a.colour.empty() || b.colour.empty());
}

}  // namespace

std::string engraving_of(const Garment& garment) {
  const std::string& text = garment.description;
  const auto open = text.find('"');
  if (open == std::string::npos) return {};
  const auto close = text.find('"', open + 1);
  if (close == std::string::npos) return {};
  std::string engraving = text.substr(open + 1, close - open - 1);
  for (char& c : engraving)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return PreparedText{engraving}.empty() ? std::string{} : printable(std::move(engraving));
}

std::vector<const Observation*> garments_of(const TraitTable& table, RowId row, bool belongings) {
  std::vector<const Observation*> all;
  for (const Observation& o : table.observations(row, Trait::garment)) {
    const auto* garment = std::get_if<Garment>(&o.value);
    if (garment && !garment->item.empty() && is_belonging(garment->item) == belongings)
      all.push_back(&o);
  }
  return listed_once<Garment>(std::move(all), weight, same);
}

std::string wearer_group_name(std::size_t group) {
  return std::string{views[group / recorded_sexes.size()]} + '.' +
         std::string{recorded_sexes[group % recorded_sexes.size()]};
}

std::size_t wearer_group(const RemainsView& view, std::uint32_t sex) {
  const std::size_t seen = !view.whole                         ? 3
                           : view.condition == "burnt"         ? 1
                           : view.condition == "degraded_bone" ? 2
                                                               : 0;
  return seen * recorded_sexes.size() + sex;
}

double survives(std::size_t group, const Parameters& parameters) {
  switch (group / recorded_sexes.size()) {
    case 1: return parameters["garments.survives_fire"];
    case 2: return parameters["garments.survives_decay"];
    case 3: return parameters["remains_view.partly_there"];
    default: return 1;
  }
}

GarmentSide::GarmentSide(const TraitTable& table, bool belongings, GarmentWords& words) {
  const RemainsViews views_of_rows{table};
  std::map<GarmentClass, std::uint32_t> numbers;
  starts_.push_back(0);
  for (RowId row = 0; row < table.size(); ++row) {
    const std::uint32_t sex = recorded_sex(table, row);
    const auto garments = garments_of(table, row, belongings);
    for (std::uint32_t at = 0; at < garments.size(); ++at) {
      const Garment& g = garment_in(garments[at]);
      const GarmentClass c{words.slots.number(garment_slot(g.item)), words.items.number(g.item),
                           words.colours.number(g.colour),           words.brands.number(g.brand),
                           words.materials.number(g.material),       words.sizes.number(g.size),
                           words.texts.number(engraving_of(g)),      sex};
      const auto [known, is_new] = numbers.emplace(c, static_cast<std::uint32_t>(classes_.size()));
      if (is_new) classes_.push_back(c);
      things_.push_back({c.slot, known->second, at});
    }
    std::stable_sort(things_.begin() + static_cast<std::ptrdiff_t>(starts_.back()), things_.end(),
                     [&](const Thing& a, const Thing& b) {  // by name: of this row alone
                       return words.slots.words()[a.slot] < words.slots.words()[b.slot];
                     });
    starts_.push_back(things_.size());
    groups_.push_back(
        static_cast<std::uint8_t>(wearer_group(views_of_rows.all()[views_of_rows.of(row)], sex)));
  }
}

}  // namespace confronta
