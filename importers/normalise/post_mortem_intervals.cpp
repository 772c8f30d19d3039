// Time since death, in days.

#include <algorithm>
#include <optional>

#include "importers/normalise/numbers.h"
#include "importers/normalise/quantities.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

// A hundred years: what "more than" goes up to. An older body is not of forensic interest.
constexpr double longest = 36525;
constexpr double days_in_a_year = 365.2425;

double days_in(const QuantityPart& part) {
  if (is_word(part, {"HORAS", "HORA", "HRS", "HR", "HS", "H", "HOURS", "HOUR"})) return 1.0 / 24;
  if (is_word(part, {"DIAS", "DIA", "DAYS", "DAY", "D"})) return 1;
  if (is_word(part, {"SEMANAS", "SEMANA", "WEEKS", "WEEK", "WKS"})) return 7;
  if (is_word(part, {"MESES", "MES", "MONTHS", "MONTH", "MOS"})) return days_in_a_year / 12;
  if (is_word(part, {"AÑOS", "AÑO", "YEARS", "YEAR", "YRS", "ANOS"})) return days_in_a_year;
  return 0;
}

bool is_known(const QuantityPart& part) {
  return part.kind != 'w' || days_in(part) > 0 ||
         is_word(part, {"A",
                        "DE",
                        "ENTRE",
                        "Y",
                        "O",
                        "TO",
                        "AND",
                        "BETWEEN",
                        "MENOS",
                        "MAS",
                        "MENOR",
                        "MAYOR",
                        "LESS",
                        "MORE",
                        "THAN",
                        "OVER",
                        "UNDER",
                        "APROX",
                        "APROXIMADAMENTE",
                        "ABOUT",
                        "APPROXIMATELY",
                        "ALREDEDOR",
                        "HASTA",
                        "UNA",
                        "UN",
                        "POSTMORTEM",
                        "POST",
                        "MORTEM",
                        "DEL",
                        "AL",
                        "OR",
                        "QUE",
                        "UP",
                        "EVOLUCION",
                        "INTERVALO",
                        "LOS",
                        "UNOS",
                        "AS"});
}

}  // namespace

Reading<Interval> read_post_mortem_interval(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<Interval>{*state, {}};
  const Error bad{"value.bad_interval", {std::string{text}}, {}};
  std::vector<QuantityPart> parts = quantity_parts(fold(text));
  for (std::size_t i = 0; i + 1 < parts.size(); ++i)  // "UNA SEMANA", "UN MES"
    if (is_word(parts[i], {"UNA", "UN"}) && days_in(parts[i + 1]) > 0) parts[i] = {'n', 1, ""};
  std::vector<double> days;
  bool less = false;
  bool more = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_known(parts[i])) return bad;
    less = less || parts[i].kind == '<' ||
           is_word(parts[i], {"MENOS", "MENOR", "LESS", "UNDER", "HASTA", "UP"});
    more = more || parts[i].kind == '>' || parts[i].kind == '+' ||
           is_word(parts[i], {"MAS", "MAYOR", "MORE", "OVER"});
    if (parts[i].kind != 'n') continue;
    const auto unit = std::find_if(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.end(),
                                   [](const QuantityPart& part) { return days_in(part) > 0; });
    if (unit == parts.end()) return bad;
    days.push_back(parts[i].number * days_in(*unit));
  }
  if (days.empty() || days.size() > 2 || days.front() > days.back() || days.back() > longest)
    return bad;
  // "< 6-8 months": somewhere below the upper figure; "> 6-8 months": above the lower one.
  if (less) return Cell<Interval>{ObservationState::observed, {0, days.back()}};
  if (more) return Cell<Interval>{ObservationState::observed, {days.front(), longest}};
  return Cell<Interval>{ObservationState::observed, {days.front(), days.back()}};
}

}  // namespace confronta::importers
