#include "importers/mapping/consistency.h"

#include <algorithm>
#include <optional>
#include <string>

#include "importers/normalise/identifiers.h"

namespace confronta::importers {
namespace {

template <class T>
const T* first_value(const Collector& out, Trait trait) {
  for (const Observation& o : out.observations())
    if (o.trait == trait && o.state == ObservationState::observed)
      if (const T* value = std::get_if<T>(&o.value)) return value;
  return nullptr;
}

bool born_in(const Collector& out, const std::string& state) {
  return std::any_of(
      out.observations().begin(), out.observations().end(), [&](const Observation& o) {
        const Place* place = o.trait == Trait::place_birth ? std::get_if<Place>(&o.value) : nullptr;
        return place && place->code.compare(0, state.size(), state) == 0;
      });
}

}  // namespace

void add_curp_facts(SubjectKind kind, Collector& out) {
  if (kind == SubjectKind::remains) return;
  for (std::size_t i = 0; i < out.observations().size(); ++i) {
    const Observation& o = out.observations()[i];
    const auto* identifier = std::get_if<Identifier>(&o.value);
    if (!identifier || identifier->type != "curp" || !identifier->valid) continue;
    const std::optional<CurpFacts> facts = curp_facts(identifier->value);
    if (!facts) continue;
    const Provenance from = o.from;  // `o` dies when the vector grows
    out.at(from.sheet, from.row);
    if (!facts->sex.empty()) out.add(Trait::sex, Code{facts->sex}, from.column);
    const auto* event = first_value<DateInterval>(out, Trait::event_date);
    if (!event || facts->birth_date.from <= event->to)
      out.add(Trait::birth_date, facts->birth_date, from.column);
    if (facts->state.empty() || born_in(out, facts->state)) continue;
    Place place;
    place.code = facts->state;
    out.add(Trait::place_birth, std::move(place), from.column);
  }
}

void withdraw_impossible_dates(const SourceRow& row, Collector& out) {
  const auto* event = first_value<DateInterval>(out, Trait::event_date);
  if (!event) return;
  const Day latest = event->to;
  for (std::size_t i = 0; i < out.observations().size(); ++i) {
    const Observation& o = out.observations()[i];
    const auto* birth = std::get_if<DateInterval>(&o.value);
    if (o.trait != Trait::birth_date || !birth || birth->from <= latest) continue;
    const std::string* cell = row.find(o.from.column);
    out.withdraw(i, cell ? *cell : iso_date(birth->from), "row.birth_after_event");
  }
}

ObservationState state_of_empty(Trait trait, const Collector& out) {
  switch (trait) {
    case Trait::mark:
    case Trait::hair_colour:
    case Trait::eye_colour:
    case Trait::skin_colour: break;
    default: return ObservationState::not_recorded;
  }
  const Code* condition = first_value<Code>(out, Trait::condition);
  if (!condition) return ObservationState::not_recorded;
  for (const std::string_view bare :
       {"skeletonized", "skeletonized_articulated", "degraded_bone", "burnt"})
    if (condition->word == bare) return ObservationState::not_observable;
  return ObservationState::not_recorded;
}

bool has_information(const Collector& out) {
  return std::any_of(out.observations().begin(), out.observations().end(),
                     [](const Observation& o) {
                       if (o.state != ObservationState::observed) return false;
                       if (const auto* identifier = std::get_if<Identifier>(&o.value))
                         return identifier->type == "curp" || identifier->type == "rfc" ||
                                identifier->type == "voter_key";
                       switch (o.trait) {
                         case Trait::status:
                         case Trait::nationality:
                         case Trait::migrant:
                         case Trait::publicity:
                         case Trait::sex_method:
                         case Trait::age_method:
                         case Trait::stature_method:
                         case Trait::report_date:
                         case Trait::intake_date:
                         case Trait::place_held:
                         case Trait::part_kind:
                         case Trait::part_of:
                         case Trait::teeth_date:
                         case Trait::note: return false;
                         default: return true;
                       }
                     });
}

}  // namespace confronta::importers
