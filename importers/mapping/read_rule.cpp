#include "importers/mapping/read_rule.h"

#include <algorithm>
#include <vector>

#include "importers/normalise/bones.h"
#include "importers/normalise/codes.h"
#include "importers/normalise/identifiers.h"
#include "importers/normalise/quantities.h"
#include "importers/normalise/teeth.h"
#include "importers/normalise/text.h"
#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

/// The state whose name a value map gave instead of a value.
std::optional<ObservationState> state_by_name(std::string_view word) {
  for (std::size_t i = 1; i < static_cast<std::size_t>(ObservationState::count); ++i)
    if (state_name(static_cast<ObservationState>(i)) == word)
      return static_cast<ObservationState>(i);
  return std::nullopt;
}

/// Whole numbers that went through a table of floating-point numbers: "1982.0" -> "1982".
std::string_view without_decimals(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point == 0) return text;
  const auto all = [](std::string_view part, auto test) {
    return !part.empty() && std::all_of(part.begin(), part.end(), test);
  };
  const bool whole = all(text.substr(0, point), [](char c) { return c >= '0' && c <= '9'; }) &&
                     all(text.substr(point + 1), [](char c) { return c == '0'; });
  return whole ? text.substr(0, point) : text;
}

/// The pieces of a cell that holds several values; the cell itself where nothing splits it.
std::vector<std::string_view> pieces(std::string_view text, const std::vector<std::string>& by) {
  std::vector<std::string_view> all{text};
  for (const std::string& separator : by) {
    std::vector<std::string_view> next;
    for (std::string_view piece : all) {
      for (std::size_t at; (at = piece.find(separator)) != std::string_view::npos;) {
        next.push_back(piece.substr(0, at));
        piece.remove_prefix(at + separator.size());
      }
      next.push_back(piece);
    }
    all = std::move(next);
  }
  for (std::string_view& piece : all) {
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
  }
  std::erase_if(all, [](std::string_view piece) { return piece.empty(); });
  return all;
}

Reading<Interval> read_count(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<Interval>{*state, {}};
  const auto number = parse_number(text);
  if (!number || *number < 0) return Error{"value.bad_number", {std::string{text}}, {}};
  return Cell<Interval>{ObservationState::observed, {*number, *number}};
}

Reading<Interval> read_interval(const Rule& rule, std::string_view text) {
  switch (rule.trait) {
    case Trait::age:
    case Trait::age_at_report: return read_age(without_decimals(text));
    case Trait::stature: return read_stature(text, rule.unit);
    case Trait::weight: return read_weight(text, rule.unit);
    case Trait::post_mortem_interval: return read_post_mortem_interval(text);
    default: return read_count(text);
  }
}

/// Two columns of numbers as one text that the readers know: "29-32", "18+".
std::string joined_bounds(std::string_view from, std::string_view to) {
  from = without_decimals(from);
  to = without_decimals(to);
  if (from == to || to.empty()) return std::string{from} + (to.empty() ? "+" : "");
  return (from.empty() ? "0" : std::string{from}) + "-" + std::string{to};
}

bool read_interval_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  if (cells.has(Part::text))
    return out.take(rule, read_interval(rule, cells.text(Part::text)), cells.column(), cells.raw());
  // A bound that says "unknown" is no bound.
  const auto bound = [&](Part part) {
    const std::string_view text = cells.text(part);
    return sentinel(text) ? std::string_view{} : text;
  };
  const std::string_view from = bound(Part::from), to = bound(Part::to);
  if (from.empty() && to.empty()) {
    out.add_state(rule.trait, ObservationState::unknown, cells.column());
    return false;
  }
  return out.take(rule, read_interval(rule, joined_bounds(from, to)), cells.column(), cells.raw());
}

/// The end of an interval whose end the source leaves open: the given trait's date, if it is known.
std::optional<Day> open_end(const Rule& rule, const Collector& out) {
  const auto trait = trait_by_name(rule.open_end);
  if (!trait) return std::nullopt;
  for (const Observation& o : out.observations())
    if (o.trait == *trait)
      if (const auto* dates = std::get_if<DateInterval>(&o.value)) return dates->to;
  return std::nullopt;
}

void read_date_rule(const Rule& rule, const RuleCells& cells, const RuleContext& context,
                    Collector& out) {
  const auto date = [&](Part part) {
    return read_date(without_decimals(cells.text(part)), rule.date_order, context.excel_serial);
  };
  if (cells.has(Part::text)) {
    out.take(rule, date(Part::text), cells.column(), cells.raw());
    return;
  }
  auto from = date(Part::from), to = date(Part::to);
  for (const auto* bound : {&from, &to}) {
    if (bound->ok()) continue;
    out.add_unreadable(rule, cells.column(), cells.raw(), bound->error());
    return;
  }
  const bool has_from = from.value().state == ObservationState::observed;
  const bool has_to = to.value().state == ObservationState::observed;
  if (!has_from && !has_to) {
    out.add_state(rule.trait, ObservationState::unknown, cells.column());
    return;
  }
  if (!has_from) {  // "at the latest then" has no beginning, and any that we chose would be a claim
    const Error error{"value.no_beginning", {cells.raw()}, {}};
    out.add_unreadable(rule, cells.column(), cells.raw(), error);
    return;
  }
  DateInterval dates = from.value().value;
  if (has_to) {
    dates.to = to.value().value.to;
  } else if (const auto end = open_end(rule, out); end && *end >= dates.from) {
    dates.to = *end;
  }
  if (dates.from > dates.to) {
    const Error error{"value.reversed_dates", {cells.raw()}, {}};
    out.add_unreadable(rule, cells.column(), cells.raw(), error);
    return;
  }
  out.add(rule.trait, dates, cells.column());
}

bool read_code_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  const std::string_view text = cells.text(Part::text);
  if (is_code_of(rule.trait, text)) {
    out.add(rule.trait, Code{std::string{text}}, cells.column());
    return true;
  }
  return out.take(rule, read_code(rule.trait, text), cells.column(), cells.raw());
}

/// Names by which people and things are called are compared, so they are folded; what people wrote
/// as prose is kept as they wrote it.
Text text_value(Trait trait, std::string_view text, const RuleContext& context) {
  switch (trait) {
    case Trait::alias:
    case Trait::nationality: return {fold(text)};
    case Trait::part_of: return {context.source + ":" + std::string{text}};
    default: return {std::string{text}};
  }
}

void read_text_rule(const Rule& rule, const RuleCells& cells, const RuleContext& context,
                    Collector& out) {
  for (const std::string_view piece : pieces(cells.text(Part::text), rule.separators)) {
    if (const auto state = sentinel(piece)) {
      out.add_state(rule.trait, *state, cells.column());
    } else {
      out.add(rule.trait, text_value(rule.trait, piece, context), cells.column());
    }
  }
}

template <class T>
void take_all(const Rule& rule, const RuleCells& cells, Reading<std::vector<T>> reading,
              Collector& out) {
  if (!reading.ok()) {
    out.add_unreadable(rule, cells.column(), cells.raw(), reading.error());
    return;
  }
  if (reading.value().state != ObservationState::observed)
    out.add_state(rule.trait, reading.value().state, cells.column());
  for (T& value : reading.value().value) out.add(rule.trait, std::move(value), cells.column());
}

/// A list of measures in words, or one number whose bone, measure and side the mapping says.
Reading<std::vector<BoneMeasure>> read_bone_column(const Rule& rule, const RuleCells& cells) {
  const std::string text{cells.text(Part::text)};
  if (!cells.has(Part::bone)) return read_bone_measures(text);
  if (const auto state = sentinel(text)) return Cell<std::vector<BoneMeasure>>{*state, {}};
  auto one = read_bone_measures(std::string{cells.text(Part::bone)} + ' ' + text + ' ' + rule.unit);
  if (one.ok())
    for (BoneMeasure& measure : one.value().value) {
      measure.bone = cells.text(Part::bone);
      measure.side = cells.text(Part::side);
      if (cells.has(Part::measure)) measure.measure = cells.text(Part::measure);
    }
  return one;
}

}  // namespace

void read_rule(const Rule& rule, const RuleCells& cells, const RuleContext& context,
               Collector& out) {
  if (!cells.applies() || (rule.fallback && out.has_value(rule.trait))) return;
  if (cells.empty()) {
    out.add_empty(rule.trait, cells.column());
    if (rule.required)
      out.reject({{"row.required_empty", {cells.column()}, {"", "", 0, cells.column()}},
                  "",
                  "hint.fill_cell"});
    return;
  }
  if (!rule.values.empty()) {
    if (const auto state = state_by_name(cells.text(Part::text))) {
      out.add_state(rule.trait, *state, cells.column());
      return;
    }
  }
  bool has_value = false;
  switch (trait_info(rule.trait).kind) {
    case TraitKind::code: has_value = read_code_rule(rule, cells, out); break;
    case TraitKind::interval: has_value = read_interval_rule(rule, cells, out); break;
    case TraitKind::date_interval: read_date_rule(rule, cells, context, out); break;
    case TraitKind::text: read_text_rule(rule, cells, context, out); break;
    case TraitKind::name: read_name_rule(rule, cells, out); break;
    case TraitKind::place: read_place_rule(rule, cells, out); break;
    case TraitKind::mark: read_marks_rule(rule, cells, out); break;
    case TraitKind::garment: read_garments_rule(rule, cells, out); break;
    case TraitKind::body_history: read_body_history_rule(rule, cells, out); break;
    case TraitKind::external_result: read_external_result_rule(rule, cells, out); break;
    case TraitKind::teeth:
      out.take(rule, read_teeth(cells.text(Part::text)), cells.column(), cells.raw());
      break;
    case TraitKind::identifier:
      for (const std::string_view piece : pieces(cells.text(Part::text), rule.separators))
        out.take(rule, read_identifier(cells.text(Part::type), piece), cells.column(), cells.raw());
      break;
    case TraitKind::bone_measure: take_all(rule, cells, read_bone_column(rule, cells), out); break;
    case TraitKind::element:
      take_all(rule, cells, read_elements(cells.text(Part::text)), out);
      break;
    case TraitKind::none:
    case TraitKind::dna_profile:  // these are read by importers/genetics: no rule has a part of
                                  // them
    case TraitKind::mt_sequence:
    case TraitKind::pedigree_place: break;
  }
  if (const auto method = method_of(rule.trait); has_value && !rule.method.empty() && method)
    out.add(*method, Code{rule.method}, cells.column());
}

}  // namespace confronta::importers
