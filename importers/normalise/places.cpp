#include "importers/normalise/places.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "importers/normalise/gazetteer.h"
#include "importers/normalise/text.h"
#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return "";
  return std::string{text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1)};
}

Place coded(std::string code, std::string text) {
  Place place;
  place.code = std::move(code);
  place.text = std::move(text);
  return place;
}

// Names of states that streets and quarters also bear: in running text only a part of its own
// between commas counts.
bool is_also_a_street(std::string_view code) {
  return code == "12" || code == "13" || code == "17";  // Guerrero, Hidalgo, Morelos
}

// Quarters that are called like a municipality ("Colonia Centro"): not taken without a state.
bool is_also_a_quarter(std::string_view words) {
  return words == "CENTRO" || words == "REFORMA" || words == "INDEPENDENCIA" ||
         words == "PROGRESO" || words == "LA PAZ" || words == "EL CARMEN";
}

std::vector<std::string> parts_of_text(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text) {
    if (c == ',' || c == ';' || c == '/' || c == '|' || c == '(' || c == ')' || c == '\n') {
      if (std::string words = fold_words(part); !words.empty()) parts.push_back(std::move(words));
      part.clear();
    } else {
      part += c;
    }
  }
  if (std::string words = fold_words(part); !words.empty()) parts.push_back(std::move(words));
  return parts;
}

// The longest end of `words` (from the left, word by word) for which `lookup` has a code.
template <class Lookup>
std::string by_ending(std::string_view words, Lookup lookup, std::size_t* begin = nullptr) {
  for (std::size_t at = 0; at != std::string_view::npos;) {
    if (std::string code = lookup(words.substr(at)); !code.empty()) {
      if (begin) *begin = at;
      return code;
    }
    const std::size_t space = words.find(' ', at);
    at = space == std::string_view::npos ? space : space + 1;
  }
  return "";
}

// A state in one of the parts, last first; removed from there.
std::string take_state(std::vector<std::string>& parts) {
  for (std::size_t i = parts.size(); i-- > 0;) {
    // "Guadalajara, Jalisco, México" ends with the country.
    if (parts[i] == "MEXICO" && parts.size() > 1 && i + 1 == parts.size()) {
      std::vector<std::string> before(parts.begin(), parts.end() - 1);
      if (const std::string code = take_state(before); !code.empty()) {
        parts = std::move(before);
        return code;
      }
    }
    const bool digits = parts[i].find_first_not_of("0123456789") == std::string::npos;
    if (digits) continue;  // a postal code or a house number
    if (const std::string code = state_code(parts[i]); !code.empty()) {
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
      return code;
    }
    std::size_t begin = 0;
    const std::string code = by_ending(
        parts[i],
        [](std::string_view ending) {
          const std::string found = ending.size() > 3 ? state_code(ending) : std::string{};
          return ending == "MEXICO" || is_also_a_street(found) ? std::string{} : found;
        },
        &begin);
    if (!code.empty()) {
      parts[i].resize(begin > 0 ? begin - 1 : 0);
      return code;
    }
  }
  return "";
}

std::string municipality_in(const std::vector<std::string>& parts, const std::string& state) {
  for (std::size_t i = parts.size(); i-- > 0;) {
    const std::string code = by_ending(parts[i], [&](std::string_view ending) {
      const bool digits = ending.find_first_not_of("0123456789") == std::string_view::npos;
      return digits ? std::string{} : municipality_code(state, ending);
    });
    if (!code.empty()) return code;
  }
  return "";
}

std::string unique_municipality_in(const std::vector<std::string>& parts) {
  for (std::size_t i = parts.size(); i-- > 0;)
    if (!is_also_a_quarter(parts[i]))
      if (std::string code = unique_municipality_code(parts[i]); !code.empty()) return code;
  return "";
}

}  // namespace

Reading<Place> read_place(std::string_view state, std::string_view municipality) {
  const std::string state_words = fold_words(state);
  const std::string place_words = fold_words(municipality);
  auto no_state = sentinel(state);
  if (is_unknown_state_code(state_words)) no_state = State::unknown;
  auto no_place = sentinel(municipality);
  if (place_words == "0" || place_words == "000" || place_words == "999" || place_words == "998")
    no_place = State::unknown;
  if (no_state && no_place) return Cell<Place>{std::max(*no_state, *no_place), {}};

  std::string text = no_place ? "" : trimmed(municipality);
  if (!no_state) text += (text.empty() ? "" : ", ") + trimmed(state);
  const std::string code = no_state ? "" : state_code(state_words);
  std::string found;
  if (!no_place) {
    // The conflict table has a row for the unknown state too.
    found = municipality_code(code.empty() ? "33" : code, place_words);
    if (found.empty()) found = unique_municipality_code(place_words);
  }
  if (found.empty()) found = code;
  if (found.empty() && is_foreign(state_words))
    return Cell<Place>{State::observed, coded("", std::move(text))};
  if (found.empty()) return Error{"value.unknown_place", {text}, {}};
  return Cell<Place>{State::observed, coded(std::move(found), std::move(text))};
}

Reading<Place> read_place_text(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<Place>{*state, {}};
  std::vector<std::string> parts = parts_of_text(text);
  const std::string raw = trimmed(text);
  const bool only_mexico = parts.size() == 1 && parts[0] == "MEXICO";  // the country or the state
  std::string code;
  if (!only_mexico) {
    std::vector<std::string> rest = parts;
    code = take_state(rest);
    const bool foreign = std::any_of(parts.begin(), parts.end(),
                                     [](const std::string& part) { return is_foreign(part); });
    if (!code.empty()) {
      if (const std::string inside = municipality_in(rest, code); !inside.empty()) code = inside;
    } else if (!foreign) {
      code = unique_municipality_in(parts);
    }
  }
  return Cell<Place>{State::observed, coded(std::move(code), raw)};
}

Reading<Place> read_point(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<Place>{*state, {}};
  const Error bad{"value.bad_point", {std::string{text}}, {}};
  std::vector<std::string> numbers(1);
  for (const char c : text) {
    const bool number = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
    const bool separator = c == ',' || c == ' ' || c == ';' || c == '(' || c == ')' || c == '\t' ||
                           c == '[' || c == ']';
    if (number) {
      if (c != '+') numbers.back() += c;
    } else if (!separator) {
      return bad;
    } else if (!numbers.back().empty()) {
      numbers.emplace_back();
    }
  }
  if (numbers.back().empty()) numbers.pop_back();
  if (numbers.size() != 2) return bad;
  const auto latitude = parse_number(numbers[0]);
  const auto longitude = parse_number(numbers[1]);
  if (!latitude || !longitude) return bad;
  if (!(*latitude >= -90 && *latitude <= 90 && *longitude >= -180 && *longitude <= 180)) return bad;
  if (*latitude == 0 && *longitude == 0) return Cell<Place>{State::unknown, {}};
  Place place;
  place.has_point = true;
  place.latitude = *latitude;
  place.longitude = *longitude;
  place.text = trimmed(text);
  return Cell<Place>{State::observed, place};
}

}  // namespace confronta::importers
