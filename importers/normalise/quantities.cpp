#include "importers/normalise/quantities.h"

#include <algorithm>
#include <optional>

#include "importers/normalise/numbers.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr double cm_per_inch = 2.54;
constexpr double kg_per_pound = 0.45359237;

struct Bounds {
  double low;
  double high;
  bool holds(double x) const { return x >= low && x <= high; }
};
constexpr Bounds stature_cm{30, 250};
constexpr Bounds weight_kg{0.3, 350};

// The unit that is written in the text, else the one given, else "".
std::string_view unit_in(const std::vector<QuantityPart>& parts, std::string_view given) {
  for (const QuantityPart& part : parts) {
    if (is_word(part, {"CM", "CMS", "CENTIMETROS", "CENTIMETERS", "CTMS"})) return "cm";
    if (is_word(part, {"M", "MTS", "MT", "METROS", "METRO", "MTRS", "METERS"})) return "m";
    if (is_word(part, {"IN", "INCHES", "INCH", "PULGADAS"})) return "in";
    if (is_word(part, {"KG", "KGS", "KILOS", "KILOGRAMOS", "KILO", "K"})) return "kg";
    if (is_word(part, {"LB", "LBS", "POUNDS", "POUND", "LIBRAS"})) return "lb";
    if (is_word(part, {"G", "GR", "GRS", "GRAMOS", "GRAMS"})) return "g";
  }
  return given;
}

bool is_feet(const QuantityPart& part) {
  return part.kind == '\'' || is_word(part, {"FT", "FEET", "FOOT", "PIES"});
}

// 5'7", 5 ft 7 in, 6': centimetres.
std::optional<double> feet_and_inches(const std::vector<QuantityPart>& parts, std::size_t at) {
  if (at + 1 >= parts.size() || parts[at].kind != 'n' || !is_feet(parts[at + 1]))
    return std::nullopt;
  double inches = parts[at].number * 12;
  if (at + 2 < parts.size() && parts[at + 2].kind == 'n' &&
      !(at + 3 < parts.size() && is_feet(parts[at + 3])))
    inches += parts[at + 2].number;
  return inches * cm_per_inch;
}

std::optional<double> stature_of(double number, std::string_view unit) {
  if (unit == "m") return number * 100;
  if (unit == "in") return number * cm_per_inch;
  if (unit == "cm") return number;
  if (number >= 0.3 && number <= 2.5) return number * 100;
  return number;
}

std::vector<double> numbers_in(const std::vector<QuantityPart>& parts) {
  std::vector<double> numbers;
  for (const QuantityPart& part : parts)
    if (part.kind == 'n') numbers.push_back(part.number);
  return numbers;
}

// "1 METRO 70", "1 M 70 CM": metres and centimetres apart.
bool is_metre_and_rest(const std::vector<QuantityPart>& parts) {
  const auto metre = std::find_if(parts.begin(), parts.end(), [](const QuantityPart& part) {
    return is_word(part, {"METRO", "M", "MT", "METROS", "MTS"});
  });
  return metre != parts.end() && metre != parts.begin() && metre + 1 != parts.end() &&
         (metre - 1)->kind == 'n' && ((metre - 1)->number == 1 || (metre - 1)->number == 2) &&
         std::any_of(metre + 1, parts.end(), [](const QuantityPart& part) {
           return part.kind == 'n' && part.number >= 3 && part.number < 100;
         });
}

// One number or a range of two, converted; with what the words say of its ends.
template <class Convert>
std::optional<Interval> interval_of(const std::vector<QuantityPart>& parts, Bounds bounds,
                                    Convert convert) {
  const std::vector<double> numbers = numbers_in(parts);
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  const auto low = convert(numbers.front());
  const auto high = convert(numbers.back());
  if (!low || !high || !bounds.holds(*low) || !bounds.holds(*high) || *low > *high)
    return std::nullopt;
  if (numbers.size() == 2) return Interval{*low, *high};
  for (const QuantityPart& part : parts) {
    if (part.kind == '>' || part.kind == '+' || is_word(part, {"MAS", "MAYOR", "OVER"}))
      return Interval{*low, bounds.high};
    if (part.kind == '<' || is_word(part, {"MENOS", "MENOR", "UNDER"}))
      return Interval{bounds.low, *high};
  }
  return Interval{*low, *high};
}

}  // namespace

Reading<Interval> read_stature(std::string_view text, std::string_view unit) {
  if (const auto state = sentinel(text)) return Cell<Interval>{*state, {}};
  const Error bad{"value.bad_stature", {std::string{text}}, {}};
  const std::vector<QuantityPart> parts = quantity_parts(fold(text));
  std::optional<Interval> cm;
  std::vector<double> from_feet;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (const auto feet = feet_and_inches(parts, i)) from_feet.push_back(*feet);
  if (from_feet.size() == 1 || from_feet.size() == 2) {
    cm = Interval{from_feet.front(), from_feet.back()};
  } else if (is_metre_and_rest(parts)) {
    const std::vector<double> numbers = numbers_in(parts);
    if (numbers.size() == 2)
      cm = Interval{numbers[0] * 100 + numbers[1], numbers[0] * 100 + numbers[1]};
  } else {
    const std::string_view known = unit_in(parts, unit);
    const std::vector<double> numbers = numbers_in(parts);
    // "165 m" and "1.65 cm" are slips of the unit, not of the number.
    const auto convert = [&](double number) -> std::optional<double> {
      if (known == "cm" && number >= 0.3 && number <= 2.5) return number * 100;
      if (known == "m" && stature_cm.holds(number)) return number;
      return stature_of(number, known);
    };
    cm = interval_of(parts, stature_cm, convert);
    if (numbers.size() == 1 && numbers[0] == 0)
      return Cell<Interval>{ObservationState::unknown, {}};
  }
  if (!cm) return bad;
  if (!stature_cm.holds(cm->low) || !stature_cm.holds(cm->high) || cm->low > cm->high) return bad;
  return Cell<Interval>{ObservationState::observed, *cm};
}

Reading<Interval> read_weight(std::string_view text, std::string_view unit) {
  if (const auto state = sentinel(text)) return Cell<Interval>{*state, {}};
  const std::vector<QuantityPart> parts = quantity_parts(fold(text));
  const std::string_view known = unit_in(parts, unit);
  const std::vector<double> numbers = numbers_in(parts);
  if (numbers.size() == 1 && numbers[0] == 0) return Cell<Interval>{ObservationState::unknown, {}};
  const auto kg = interval_of(parts, weight_kg, [&](double number) -> std::optional<double> {
    return known == "lb" ? number * kg_per_pound : known == "g" ? number / 1000 : number;
  });
  if (!kg) return Error{"value.bad_weight", {std::string{text}}, {}};
  return Cell<Interval>{ObservationState::observed, *kg};
}

}  // namespace confronta::importers
