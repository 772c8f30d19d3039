#include "app/review/api/drawings.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

#include "app/review/api/json_object.h"
#include "app/value_text.h"
#include "models/data/municipality.h"
#include "models/evidence/common/tooth_changes.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;
using Sides = std::array<std::pair<const char*, const TraitTable::Row*>, 2>;

template <class Use>
void each_observed(const Sides& sides, Use use) {
  for (const auto& [of, row] : sides)
    for (const Observation& o : row->observations)
      if (o.state == ObservationState::observed) use(of, o);
}

const ToothChart* chart_of(const TraitTable::Row& row) {
  for (const Observation& o : row.observations)
    if (const auto* chart = std::get_if<ToothChart>(&o.value)) return chart;
  return nullptr;
}

/// 32 teeth; a side without a chart has no information on any.
Json chart_json(const ToothChart* known) {
  const ToothChart chart = known ? *known : ToothChart{};
  constexpr std::array<char, 5> surfaces{'M', 'O', 'D', 'F', 'L'};
  Json teeth = Json::array();
  for (int i = 0; i < 32; ++i) {
    const auto at = static_cast<std::size_t>(i);
    std::string restored;
    for (std::size_t s = 0; s < surfaces.size(); ++s)
      if ((chart.surfaces[at] >> s & 1) != 0) restored += surfaces[s];
    teeth.push_back(object_of(field("fdi", fdi_number(i)),
                              field("state", tooth_state_name(chart.state[at])),
                              field("surfaces", restored)));
  }
  return teeth;
}

/// Whether no truth that the one chart leaves open can have become one that the other leaves open.
bool cannot_happen(ToothState before, ToothState after) {
  const std::uint32_t befores = truths_of(before);
  const std::uint32_t afters = truths_of(after);
  for (std::size_t b = 0; b < truth_count; ++b)
    for (std::size_t a = 0; a < truth_count; ++a)
      if ((befores >> b & 1) != 0 && (afters >> a & 1) != 0 && is_explainable(b, a)) return false;
  return true;
}

/// `ordered`: the left side's chart is of an earlier time than the right side's, as a report's is.
Json teeth_of(const TraitTable::Row& before, const TraitTable::Row& after, bool ordered) {
  const ToothChart* left = chart_of(before);
  const ToothChart* right = chart_of(after);
  if (!left && !right) return nullptr;
  Json impossible = Json::array();
  for (std::size_t i = 0; left && right && i < 32; ++i)
    if (cannot_happen(left->state[i], right->state[i]) &&
        (ordered || cannot_happen(right->state[i], left->state[i])))
      impossible.push_back(fdi_number(static_cast<int>(i)));
  return {{"left", chart_json(left)},
          {"right", chart_json(right)},
          {"impossible", std::move(impossible)}};
}

Json body_map_of(Language language, const Sides& sides) {
  Json marks = Json::array();
  each_observed(sides, [&](const char* of, const Observation& o) {
    const auto add = [&](const std::string& type, const std::string& region,
                         const std::string& side, const std::string& view) {
      if (!region.empty())
        marks.push_back({{"of", of},
                         {"region", region},
                         {"side_of_body", side},
                         {"view", view},
                         {"type", type},
                         {"text", value_text(language, o)}});
    };
    if (const auto* mark = std::get_if<Mark>(&o.value))
      add(mark->type, mark->region, mark->side, mark->view);
    else if (const auto* history = std::get_if<BodyHistory>(&o.value))
      add(history->kind, history->region, history->side, "");
  });
  return marks;
}

const char* moment_of(Trait trait) {
  switch (trait) {
    case Trait::birth_date: return "birth";
    case Trait::event_date: return "last_seen";
    case Trait::report_date: return "report";
    case Trait::death_date: return "death";
    case Trait::found_date: return "found";
    default: return nullptr;
  }
}

/// Death from how long before finding it was, where the record says only that.
void add_death(const char* of, const TraitTable::Row& remains, Json& moments) {
  const DateInterval* found = nullptr;
  const Interval* days = nullptr;
  for (const Observation& o : remains.observations) {
    if (o.trait == Trait::death_date && o.state == ObservationState::observed) return;
    if (o.trait == Trait::found_date) found = std::get_if<DateInterval>(&o.value);
    if (o.trait == Trait::post_mortem_interval) days = std::get_if<Interval>(&o.value);
  }
  if (found && days && days->high < 100'000)
    moments.push_back({{"what", "death"},
                       {"low", iso_date(found->from - static_cast<Day>(days->high))},
                       {"high", iso_date(found->to - static_cast<Day>(days->low))},
                       {"of", of}});
}

Json timeline_of(const Sides& sides) {
  Json moments = Json::array();
  each_observed(sides, [&](const char* of, const Observation& o) {
    const auto* date = std::get_if<DateInterval>(&o.value);
    if (const char* what = moment_of(o.trait); what && date)
      moments.push_back({{"what", what},
                         {"low", iso_date(date->from)},
                         {"high", iso_date(date->to)},
                         {"of", of}});
  });
  for (const auto& [of, row] : sides)
    if (row->kind == SubjectKind::remains) add_death(of, *row, moments);
  return moments;
}

Json map_of(Language language, const Sides& sides) {
  Json places = Json::array();
  each_observed(sides, [&](const char* of, const Observation& o) {
    const auto* place = std::get_if<Place>(&o.value);
    if (!place) return;
    const Municipality* municipality = find_municipality(place->code);
    if (!place->has_point && !municipality) return;
    places.push_back({{"what", trait_info(o.trait).name},
                      {"latitude", place->has_point ? place->latitude : municipality->latitude},
                      {"longitude", place->has_point ? place->longitude : municipality->longitude},
                      {"text", value_text(language, o)},
                      {"of", of}});
  });
  return places;
}

Json clothing_of(Language language, const Sides& sides) {
  Json clothing{{"left", Json::array()}, {"right", Json::array()}};
  each_observed(sides, [&](const char* of, const Observation& o) {
    if (o.trait == Trait::garment) clothing[of].push_back(value_text(language, o));
  });
  return clothing;
}

}  // namespace

Json drawings_of(Language language, const ReviewPair& pair, const TraitTable::Row& left,
                 const TraitTable::Row& right) {
  const Sides sides{{{"left", &left}, {"right", &right}}};
  return {{"teeth", teeth_of(left, right, pair.relation == Relation::identity)},
          {"body_map", body_map_of(language, sides)},
          {"timeline", timeline_of(sides)},
          {"map", map_of(language, sides)},
          {"dna", nullptr},  // of the pair and its family: app/dna_view.h
          {"clothing", clothing_of(language, sides)}};
}

}  // namespace confronta::app::review
