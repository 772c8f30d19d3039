#include <utility>

#include "importers/mapping/read_rule.h"
#include "importers/normalise/person_names.h"
#include "importers/normalise/places.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

/// What a probable name rests on, from the words that forensic services use.
std::string basis_of(std::string_view text) {
  struct Word {
    std::string_view beginning, basis;
  };
  static constexpr Word list[] = {
      {"DOCUMENT", "document"},   {"IDENTIFICACION", "document"}, {"CREDENCIAL", "document"},
      {"INE", "document"},        {"RECONOC", "recognition"},     {"FAMILIA", "recognition"},
      {"RECOGNI", "recognition"}, {"PERTENENCIA", "belongings"},  {"BELONGING", "belongings"},
      {"REGISTR", "register"},    {"INHUMA", "register"},         {"HOSPITAL", "register"}};
  for (const std::string& word : words(text))
    for (const Word& entry : list)
      if (word.compare(0, entry.beginning.size(), entry.beginning) == 0)
        return std::string{entry.basis};
  return {};
}

std::string given_names(const RuleCells& cells) {
  std::string given{cells.text(Part::given)};
  const std::string_view second = cells.text(Part::second_given);
  if (!second.empty() && !sentinel(second)) (given += ' ') += second;
  return given;
}

/// A name in one column, or several that may be the body's.
Reading<std::vector<PersonName>> read_one_column(const Rule& rule, std::string_view text) {
  if (rule.form == NameForm::probable) return read_probable_names(text);
  auto one = read_full_name(
      text, rule.form == NameForm::full ? NameOrder::given_first : NameOrder::surname_first);
  if (!one.ok()) return one.error();
  Cell<std::vector<PersonName>> cell{one.value().state, {}};
  if (cell.state == ObservationState::observed) cell.value.push_back(std::move(one.value().value));
  return cell;
}

/// The named place of the cells, without a point.
Reading<Place> read_named_place(const Rule& rule, const RuleCells& cells) {
  const std::string_view text = cells.text(Part::text);
  if (!rule.catalogue) {
    if (const auto state = sentinel(text)) return Cell<Place>{*state, {}};
    Place place;
    place.text = text;
    return Cell<Place>{ObservationState::observed, std::move(place)};
  }
  if (!text.empty()) return read_place_text(text);
  // A state that the mapping states says nothing where the municipality is "not known".
  if (rule.slot[static_cast<std::size_t>(Part::state)] < 0)
    if (const auto state = sentinel(cells.text(Part::municipality))) return Cell<Place>{*state, {}};
  return read_place(cells.text(Part::state), cells.text(Part::municipality));
}

std::string point_text(const RuleCells& cells) {
  if (cells.has(Part::point)) return std::string{cells.text(Part::point)};
  if (!cells.has(Part::latitude) || !cells.has(Part::longitude)) return {};
  return std::string{cells.text(Part::latitude)} + "," + std::string{cells.text(Part::longitude)};
}

}  // namespace

void read_name_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  if (!cells.has(Part::text)) {
    auto name = read_name(given_names(cells), cells.text(Part::first_surname),
                          cells.text(Part::second_surname));
    if (name.ok()) name.value().value.basis = basis_of(cells.text(Part::basis));
    out.take(rule, std::move(name), cells.column(), cells.raw());
    return;
  }
  auto names = read_one_column(rule, cells.text(Part::text));
  if (!names.ok()) {
    out.add_unreadable(rule, cells.column(), cells.raw(), names.error());
    return;
  }
  if (names.value().state != ObservationState::observed)
    out.add_state(rule.trait, names.value().state, cells.column());
  for (PersonName& name : names.value().value) {
    name.basis = basis_of(cells.text(Part::basis));
    out.add(rule.trait, std::move(name), cells.column());
  }
}

void read_place_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  auto place = read_named_place(rule, cells);
  const std::string at = point_text(cells);
  const auto point = read_point(at);
  const bool has_point = point.ok() && point.value().state == ObservationState::observed;
  const bool has_name = place.ok() && place.value().state == ObservationState::observed;
  const std::string_view locality = cells.text(Part::locality);
  const bool has_locality = !locality.empty() && !sentinel(locality);
  if (!point.ok()) out.add_unreadable(rule, cells.column(), at, point.error());
  if (!has_name && !has_point && !has_locality) {
    out.take(rule, std::move(place), cells.column(), cells.raw());
    return;
  }
  // A name that the catalogue lacks is kept as the text of the point or locality that is known.
  Place found = has_name ? std::move(place.value().value) : Place{};
  if (!has_name) found.text = cells.text(Part::text);
  if (has_locality) {
    if (!found.text.empty()) found.text += ", ";
    found.text += locality;
  }
  if (has_point) {
    found.has_point = true;
    found.latitude = point.value().value.latitude;
    found.longitude = point.value().value.longitude;
    if (found.text.empty()) found.text = point.value().value.text;
  }
  out.add(rule.trait, std::move(found), cells.column());
}

}  // namespace confronta::importers
