// Ages in years, from numbers, bands and words.

#include <algorithm>
#include <array>
#include <optional>

#include "importers/normalise/numbers.h"
#include "importers/normalise/quantities.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr double oldest = 120;
constexpr double days_in_a_month = 30.436875;  // 365.2425 / 12

// Words for a stage of life, as forensic offices use them. The ages are an assumption, after the
// terms of Mexico's protocols (adult at 18, "adulto mayor" at 60 by law) and NamUs's own groups.
struct Stage {
  std::string_view words;
  Interval years;
};

constexpr Stage stages[] = {
    {"FETO", {0, 0}},
    {"FETAL", {0, 0}},
    {"FETUS", {0, 0}},
    {"PRODUCTO", {0, 0}},
    {"PRODUCTO DE LA CONCEPCION", {0, 0}},
    {"NEONATO", {0, 0}},
    {"RECIEN NACIDO", {0, 0}},
    {"RECIEN NACIDA", {0, 0}},
    {"LACTANTE", {0, 2}},
    {"INFANT", {0, 2}},
    {"PRE ADOLESCENT", {3, 11}},
    {"PRIMERA INFANCIA", {0, 5}},
    {"INFANTE", {0, 11}},
    {"INFANTIL", {0, 11}},
    {"NIÑO", {0, 11}},
    {"NIÑA", {0, 11}},
    {"CHILD", {0, 11}},
    {"ESCOLAR", {6, 11}},
    {"ADOLESCENTE", {12, 17}},
    {"ADOLESCENT", {12, 17}},
    {"JUVENIL", {12, 20}},
    {"LATE TEEN YOUNG ADULT", {16, 24}},
    {"JOVEN", {15, 29}},
    {"ADULTO JOVEN", {18, 35}},
    {"ADULTA JOVEN", {18, 35}},
    {"YOUNG ADULT", {18, 35}},
    {"ADULTO MEDIO", {35, 50}},
    {"ADULTO MADURO", {35, 60}},
    {"ADULTO INTERMEDIO", {35, 50}},
    {"ADULTO", {18, 99}},
    {"ADULTA", {18, 99}},
    {"ADULT", {18, 99}},
    {"SUBADULTO", {0, 17}},
    {"SUBADULT", {0, 17}},
    {"ADULTO MAYOR", {60, 99}},
    {"ADULTA MAYOR", {60, 99}},
    {"SENIL", {60, 99}},
    {"ANCIANO", {60, 99}},
    {"ELDERLY", {60, 99}},
    {"OLDER ADULT", {60, 99}},
    {"TERCERA EDAD", {60, 99}},
    {"MENOR DE EDAD", {0, 17}},
    {"MENOR", {0, 17}},
    {"MINOR", {0, 17}},
    {"JUVENILE", {0, 17}},
    {"MAYOR DE EDAD", {18, 99}},
    {"MAYOR", {18, 99}},
};

constexpr double open_end = 99;  // what "and older" goes up to, as NamUs writes it

std::optional<Interval> stage_of(std::string_view text) {
  const std::string plain = fold_words(text);
  for (const Stage& stage : stages)
    if (stage.words == plain) return stage.years;
  return std::nullopt;
}

// What a word says of the numbers beside it.
enum class Sense {
  nothing,
  years,
  months,
  weeks,
  days,
  at_least,
  more_than,
  at_most,
  less_than,
  about,
  range,
  pre,
  other
};

Sense sense_of(const QuantityPart& part) {
  if (part.kind == '+') return Sense::at_least;
  if (part.kind == '>') return Sense::more_than;
  if (part.kind == '<') return Sense::less_than;
  if (part.kind == '-' || part.kind == '/') return Sense::range;
  if (part.kind == '~') return Sense::about;
  if (part.kind != 'w') return Sense::other;
  if (is_word(part, {"AÑOS", "AÑO", "YEARS", "YEAR", "ANOS", "ANO", "YRS", "YR", "Y", "AÑOA", "A"}))
    return part.text == "Y" || part.text == "A" ? Sense::range : Sense::years;
  if (is_word(part, {"MESES", "MES", "MONTHS", "MONTH", "MOS", "MO"})) return Sense::months;
  if (is_word(part, {"SEMANAS", "SEMANA", "WEEKS", "WEEK", "SDG"})) return Sense::weeks;
  if (is_word(part, {"DIAS", "DIA", "DAYS", "DAY", "HORAS", "HORA", "HRS", "HOURS"}))
    return Sense::days;
  if (is_word(part, {"MAYOR", "MAYORES", "MAS", "OLDER", "OVER", "MINIMO", "PLUS", "ABOVE", "MORE",
                     "SUPERIOR", "MINIMUM"}))
    return Sense::at_least;
  if (is_word(part, {"MENOR", "MENORES", "UNDER", "HASTA", "MAXIMO", "MENOS", "LESS", "YOUNGER",
                     "INFERIOR", "BELOW", "UP"}))
    return part.text == "HASTA" || part.text == "MAXIMO" || part.text == "UP" ? Sense::at_most
                                                                              : Sense::less_than;
  if (is_word(part, {"PRE"})) return Sense::pre;
  if (is_word(part, {"APROXIMADAMENTE", "APROX", "APROXIMADA", "APROXIMADOS", "APARENTES",
                     "APARENTE", "ALREDEDOR", "CERCA", "UNOS", "ABOUT", "APPROXIMATELY", "AROUND",
                     "ESTIMADA", "ESTIMATED", "CIRCA"}))
    return Sense::about;
  if (is_word(part, {"AL", "O", "TO", "OR", "AND", "U"})) return Sense::range;
  if (is_word(part, {"DE",     "DEL",   "ENTRE", "LOS",       "EDAD",      "ENTRE LOS", "LA",
                     "RANGO",  "OF",    "AGE",   "AGED",      "OLD",       "BETWEEN",   "ADULT",
                     "ADULTO", "QUE",   "THAN",  "CUMPLIDOS", "BIOLOGICA", "CON",       "EL",
                     "FROM",   "GRUPO", "Y/O",   "THE"}))
    return Sense::nothing;
  return Sense::other;
}

struct AgeParts {
  std::vector<double> years;  // the numbers, in years
  std::vector<bool> in_years;
  Sense bound = Sense::nothing;
  bool about = false;
  bool joined_by_and = false;  // "2 AÑOS Y 3 MESES": one age of two units
  bool known = true;
};

double in_years(double number, Sense unit) {
  switch (unit) {
    case Sense::months: return number / 12;
    case Sense::weeks: return number * 7 / (12 * days_in_a_month);
    case Sense::days: return number / (12 * days_in_a_month);
    default: return number;
  }
}

AgeParts parts_of_age(const std::vector<QuantityPart>& parts) {
  AgeParts age;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind == 'n') {
      // The unit is the next word of time; "18 A 20 MESES" has it after the second number.
      Sense unit = Sense::years;
      for (std::size_t j = i + 1; j < parts.size(); ++j) {
        const Sense sense = sense_of(parts[j]);
        if (sense != Sense::years && sense != Sense::months && sense != Sense::weeks &&
            sense != Sense::days)
          continue;
        unit = sense;
        break;
      }
      age.years.push_back(in_years(parts[i].number, unit));
      age.in_years.push_back(unit == Sense::years);
      continue;
    }
    const Sense sense = sense_of(parts[i]);
    if (sense == Sense::other) age.known = false;
    if (sense == Sense::about) age.about = true;
    if (is_word(parts[i], {"Y", "AND"})) age.joined_by_and = true;
    if (sense == Sense::at_least || sense == Sense::more_than || sense == Sense::at_most ||
        sense == Sense::less_than || sense == Sense::pre) {
      const bool refines = age.bound != Sense::nothing;  // "MENOR O IGUAL", "O MAS"
      if (!refines) age.bound = sense;
    }
  }
  return age;
}

std::optional<Interval> years_of(const AgeParts& age) {
  if (!age.known || age.years.empty() || age.years.size() > 2) return std::nullopt;
  const auto whole = [&](std::size_t i) {  // months and days give the completed years
    return age.in_years[i] ? age.years[i] : static_cast<double>(static_cast<int>(age.years[i]));
  };
  if (age.years.size() == 2) {
    const bool two_units = age.in_years[0] && !age.in_years[1] && age.joined_by_and;
    if (two_units) return Interval{whole(0), whole(0)};
    if (whole(0) > whole(1)) return std::nullopt;
    return Interval{whole(0), whole(1)};
  }
  const double n = whole(0);
  switch (age.bound) {
    case Sense::at_least:
    case Sense::more_than: return Interval{n, std::max(n, open_end)};
    case Sense::at_most: return Interval{0, n};
    case Sense::less_than:
    case Sense::pre: return Interval{age.bound == Sense::pre ? 18.0 : 0.0, std::max(0.0, n - 1)};
    default: break;
  }
  if (age.about) return Interval{std::max(0.0, n - 2), n + 2};
  return Interval{n, n};
}

}  // namespace

Reading<Interval> read_age(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<Interval>{*state, {}};
  if (const auto stage = stage_of(text)) return Cell<Interval>{ObservationState::observed, *stage};
  const auto years = years_of(parts_of_age(quantity_parts(fold(text))));
  if (!years || years->low > years->high) return Error{"value.bad_age", {std::string{text}}, {}};
  if (years->high > oldest) return Error{"value.age_range", {std::string{text}}, {}};
  return Cell<Interval>{ObservationState::observed, *years};
}

}  // namespace confronta::importers
