#include "importers/normalise/gazetteer.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "importers/normalise/text.h"
#include "models/data/municipality.h"

namespace confronta::importers {
namespace {

constexpr std::pair<std::string_view, std::string_view> state_names[] = {
#include "importers/normalise/words/state_names.inc"
};
constexpr std::pair<std::string_view, std::string_view> cities[] = {
#include "importers/normalise/words/cities.inc"
};
constexpr std::string_view foreign_places[] = {
#include "importers/normalise/words/foreign_places.inc"
};

constexpr std::string_view ambiguous = "?";  // a name that several municipalities have

using Map = std::unordered_map<std::string, std::string_view>;

void add_or_mark(Map& map, std::string key, std::string_view code) {
  const auto [at, added] = map.emplace(std::move(key), code);
  if (!added && at->second != code) at->second = ambiguous;
}

// "TLAJOMULCO" for "TLAJOMULCO DE ZUÑIGA", "SILAO" for "SILAO DE LA VICTORIA"; "" if nothing is
// left out.
std::string short_name(const std::string& name) {
  for (const std::string_view joint : {" DE ", " DEL "}) {
    const std::size_t at = name.find(joint);
    if (at != std::string::npos && at >= 5) return name.substr(0, at);
  }
  return "";
}

std::string without_article(const std::string& name) {
  for (const std::string_view article : {"LA ", "EL ", "LOS ", "LAS "})
    if (name.starts_with(article)) return name.substr(article.size());
  return "";
}

struct Index {
  Map states;
  Map in_state;    // "14" + name
  Map conflicts;   // listed state + name
  Map in_country;  // name -> code or ambiguous
  std::unordered_set<std::string_view> foreign{std::begin(foreign_places),
                                               std::end(foreign_places)};

  Index() {
    for (const State& state : confronta::states()) {
      states.emplace(fold_words(state.name), state.code);
      states.emplace(state.curp, state.code);
    }
    for (const auto& [name, code] : state_names) states.emplace(name, code);
    Map short_in_state;
    Map short_in_country;
    for (const Municipality& place : municipalities()) {
      const std::string name = fold_words(place.name);
      const std::string state{place.code.substr(0, 2)};
      add_or_mark(in_state, state + name, place.code);
      add_or_mark(in_country, name, place.code);
      for (const std::string& shorter : {short_name(name), without_article(name)}) {
        if (shorter.empty()) continue;
        add_or_mark(short_in_state, state + shorter, place.code);
        add_or_mark(short_in_country, shorter, place.code);
      }
    }
    for (const MunicipalityAlias& alias : municipality_aliases()) {
      const std::string name = fold_words(alias.name);
      in_state.emplace(std::string{alias.state} + name, alias.code);
      add_or_mark(in_country, name, alias.code);
    }
    for (const auto& [name, code] : cities) {
      in_state.emplace(std::string{code.substr(0, 2)} + std::string{name}, code);
      add_or_mark(in_country, std::string{name}, code);
    }
    for (const auto& [key, code] : short_in_state)  // a full name goes before a shortened one
      if (code != ambiguous) in_state.emplace(key, code);
    for (const auto& [key, code] : short_in_country) in_country.emplace(key, code);
    for (const MunicipalityAlias& conflict : municipality_conflicts())
      conflicts.emplace(std::string{conflict.state} + fold_words(conflict.name), conflict.code);
  }
};

const Index& index() {
  static const Index built;
  return built;
}

std::string find(const Map& map, const std::string& key) {
  const auto at = map.find(key);
  return at == map.end() || at->second == ambiguous ? std::string{} : std::string{at->second};
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The name as INEGI would begin it: "MUNICIPIO DE ZAPOPAN", "ALCALDIA COYOACAN", "CD JUAREZ".
std::string plain_name(std::string_view words) {
  for (const std::string_view prefix : {"MUNICIPIO DE ", "MUNICIPIO ", "MPIO DE ", "MPIO ",
                                        "ALCALDIA ", "DELEGACION ", "DELEG ", "DEL ", "H "})
    if (words.starts_with(prefix)) return std::string{words.substr(prefix.size())};
  if (words.starts_with("CD ")) return "CIUDAD " + std::string{words.substr(3)};
  if (words.starts_with("STA ")) return "SANTA " + std::string{words.substr(4)};
  if (words.starts_with("STO ")) return "SANTO " + std::string{words.substr(4)};
  if (words.starts_with("GRAL ")) return "GENERAL " + std::string{words.substr(5)};
  return std::string{words};
}

std::string padded(std::string_view digits, std::size_t width) {
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + std::string{digits};
}

}  // namespace

std::string state_code(std::string_view words) {
  if (all_digits(words)) {
    if (words.size() > 2) return "";
    const std::string code = padded(words, 2);
    return find_state(code) ? code : "";
  }
  const std::string found = find(index().states, std::string{words});
  if (!found.empty() || !words.starts_with("ESTADO DE ")) return found;
  return find(index().states, std::string{words.substr(10)});
}

bool is_unknown_state_code(std::string_view words) {
  return words == "0" || words == "00" || words == "33" || words == "34" || words == "99";
}

bool is_foreign(std::string_view words) { return index().foreign.contains(words); }

std::string municipality_code(std::string_view state, std::string_view words) {
  if (all_digits(words)) {
    const std::string code =
        words.size() <= 3 ? std::string{state} + padded(words, 3) : padded(words, 5);
    return find_municipality(code) ? code : "";
  }
  const std::string name = plain_name(words);
  const std::string key = std::string{state} + name;
  std::string code = find(index().in_state, key);
  if (code.empty() && name.starts_with("CIUDAD "))
    code = find(index().in_state, std::string{state} + name.substr(7));
  if (code.empty()) code = find(index().conflicts, key);
  return code;
}

std::string unique_municipality_code(std::string_view words) {
  if (all_digits(words))
    return words.size() == 5 && find_municipality(words) ? std::string{words} : "";
  return find(index().in_country, plain_name(words));
}

bool is_municipality_name(std::string_view words) {
  return index().in_country.contains(plain_name(words));
}

}  // namespace confronta::importers
