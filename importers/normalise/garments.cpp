#include "importers/normalise/garments.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

#include "importers/normalise/lexicon.h"
#include "importers/normalise/mark_tokens.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr Phrase item_list[] = {
#include "importers/normalise/words/garment_items.inc"
};
constexpr Phrase colour_list[] = {
#include "importers/normalise/words/colours.inc"
};
constexpr Phrase material_list[] = {
#include "importers/normalise/words/materials.inc"
};
constexpr Phrase brand_list[] = {
#include "importers/normalise/words/brands.inc"
};

using TokenKind = MarkTokens::Kind;
using Tokens = std::span<const std::string>;

const Lexicon& items() {
  static const Lexicon lexicon{item_list};
  return lexicon;
}
const Lexicon& colours() {
  static const Lexicon lexicon{colour_list};
  return lexicon;
}
const Lexicon& materials() {
  static const Lexicon lexicon{material_list};
  return lexicon;
}
const Lexicon& brands() {
  static const Lexicon lexicon{brand_list};
  return lexicon;
}

// "DE COLOR ROSA", "COLOR NARANJA": the noun before a colour that is also a thing.
bool names_a_colour(std::string_view word) {
  return word == "COLOR" || word == "COLORED" || word == "COLOUR";
}

// Words after which a thing only belongs to the garment before it ("pantalón con cinturón" is two
// things, "chamarra de mezclilla" one).
bool makes_a_material(std::string_view word) {
  return word == "DE" || word == "TIPO" || word == "EN" || word == "OF" || word == "ESTILO";
}

bool is_size(std::string_view word) {
  static const std::unordered_set<std::string_view> sizes{
      "XS",     "S",     "CH",          "CHICA",    "M",      "MED",   "MEDIANA", "MEDIANO",
      "MEDIUM", "SMALL", "L",           "G",        "GRANDE", "LARGE", "XL",      "XXL",
      "XG",     "EG",    "EXTRAGRANDE", "UNITALLA", "2XL",    "3XL"};
  return sizes.contains(word) || (!word.empty() && word[0] >= '0' && word[0] <= '9');
}

// "CHICA", "CH" and "S" are one size.
std::string canonical_size(std::string_view word) {
  if (word == "CH" || word == "CHICA" || word == "SMALL") return "S";
  if (word == "MED" || word == "MEDIANA" || word == "MEDIANO" || word == "MEDIUM") return "M";
  if (word == "G" || word == "GRANDE" || word == "LARGE") return "L";
  if (word == "XG" || word == "EG" || word == "EXTRAGRANDE") return "XL";
  return std::string{word};
}

std::string size_at(Tokens tokens, std::size_t at) {
  const auto word = [&](std::size_t i) {
    return i < tokens.size() ? std::string_view{tokens[i]} : std::string_view{};
  };
  if (word(at) != "TALLA" && word(at) != "SIZE" && word(at) != "SZ" && word(at) != "NUMERO" &&
      word(at) != "NUM" && word(at) != "NO")
    return "";
  std::size_t next = at + 1;
  while (word(next) == "DE" || word(next) == "NUMERO" || word(next) == "NO") ++next;
  if (!is_size(word(next))) return "";
  const bool needs_digit = word(at) != "TALLA" && word(at) != "SIZE" && word(at) != "SZ";
  if (needs_digit && !(word(next)[0] >= '0' && word(next)[0] <= '9')) return "";
  return canonical_size(word(next));
}

// The words after "MARCA": a known brand, else the word itself.
std::string brand_after(Tokens tokens, std::size_t at) {
  if (at >= tokens.size()) return "";
  if (const auto known = brands().match(tokens, at)) return std::string{known.word};
  const bool nothing = tokens[at] == "SIN" || tokens[at] == "NO" || tokens[at] == "ILEGIBLE" ||
                       tokens[at] == "DESCONOCIDA" || tokens[at] == "SE" || tokens[at].size() < 2 ||
                       colours().match(tokens, at);
  return nothing ? "" : tokens[at];
}

// An item word in a clause.
struct Hit {
  std::size_t at;
  std::string_view item;
};

std::vector<Hit> hits_of(Tokens tokens) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < tokens.size();) {
    const Lexicon::Match item = items().match(tokens, i);
    // "Chamarra de mezclilla" is one thing, "de color naranja" none.
    const bool material = i > 0 && !hits.empty() && makes_a_material(tokens[i - 1]) &&
                          static_cast<bool>(materials().match(tokens, i));
    const bool colour = i > 0 && names_a_colour(tokens[i - 1]);
    if (item && !material && !colour && !item.word.empty()) hits.push_back({i, item.word});
    i += item ? item.length : 1;
  }
  return hits;
}

bool joins_items(std::string_view word) {
  return word == "Y" || word == "AND" || word == "CON" || word == "WITH" || word == "E";
}

// Where the words of each item begin. What stands between two items goes with the second one after
// a joint ("jeans and a white shirt"), and else with the first one in Spanish order ("pantalón azul
// playera blanca"), with the second in English order ("blue jeans white shirt").
std::vector<std::size_t> item_starts(Tokens tokens, const std::vector<Hit>& hits) {
  std::vector<std::size_t> starts{0};
  const bool item_first = hits.front().at == 0;
  for (std::size_t h = 1; h < hits.size(); ++h) {
    std::size_t start = item_first ? hits[h].at : hits[h - 1].at + 1;
    for (std::size_t i = hits[h].at; i > hits[h - 1].at + 1; --i) {
      if (!joins_items(tokens[i - 1])) continue;
      start = i;
      break;
    }
    starts.push_back(start);
  }
  return starts;
}

// The words of one garment, or of a clause that goes on describing one: fills what is empty.
void read_attributes(Tokens tokens, Garment& garment) {
  for (std::size_t i = 0; i < tokens.size();) {
    const auto fill = [&](std::string& field, std::string_view word, std::size_t length) {
      if (field.empty()) field = word;
      i += length;
    };
    if (tokens[i] == "MARCA") {
      const std::string brand = brand_after(tokens, i + 1);
      fill(garment.brand, brand, 1);
    } else if (const std::string size = size_at(tokens, i); !size.empty()) {
      fill(garment.size, size, 2);
    } else if (const auto colour = colours().match(tokens, i)) {
      fill(garment.colour, colour.word, colour.length);
    } else if (const auto brand = brands().match(tokens, i)) {
      fill(garment.brand, brand.word, brand.length);
    } else if (const auto material = materials().match(tokens, i)) {
      fill(garment.material, material.word, material.length);
    } else {
      ++i;
    }
  }
}

void describe(Tokens tokens, Garment& garment) {
  std::string& text = garment.description;
  for (const std::string& token : tokens) text += (text.empty() ? "" : " ") + token;
}

std::vector<Garment> garments_in(std::string_view text) {
  const MarkTokens tokens = mark_tokens(text);
  std::vector<Garment> list;
  bool open = false;  // the sentence may go on describing the last garment
  std::vector<std::string> read;
  for (std::size_t end = 0; end < tokens.size(); ++end) {
    if (tokens.kinds[end] == TokenKind::word) {
      read.push_back(tokens.texts[end]);
      continue;
    }
    if (tokens.kinds[end] == TokenKind::quote) {  // a brand or a print
      for (std::string& word : words(tokens.texts[end])) read.push_back(std::move(word));
      continue;
    }
    const std::vector<std::string> clause_words = std::exchange(read, {});
    const Tokens clause{clause_words};
    const std::vector<Hit> hits = hits_of(clause);
    if (hits.empty() && open && !list.empty()) {
      read_attributes(clause, list.back());
      describe(clause, list.back());
    } else if (!hits.empty()) {
      const std::vector<std::size_t> starts = item_starts(clause, hits);
      for (std::size_t h = 0; h < hits.size(); ++h) {
        const std::size_t stop = h + 1 < hits.size() ? starts[h + 1] : clause.size();
        const Tokens own = clause.subspan(starts[h], stop - starts[h]);
        Garment garment;
        garment.item = hits[h].item;
        read_attributes(own, garment);
        if (garment.item == "jeans" && garment.material.empty()) garment.material = "denim";
        describe(own, garment);
        list.push_back(std::move(garment));
      }
      open = true;
    }
    if (tokens.kinds[end] == TokenKind::stop) open = false;
  }
  return list;
}

std::string word_or_empty(const Lexicon& lexicon, std::string_view text) {
  if (sentinel(text)) return "";
  const std::vector<std::string> tokens = words(text);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const auto match = lexicon.match(tokens, i); match && !match.word.empty())
      return std::string{match.word};
  return "";
}

}  // namespace

Reading<std::vector<Garment>> read_garments(std::string_view text) {
  using List = std::vector<Garment>;
  const std::string plain = fold_words(text);
  if (plain == "NINGUNA" || plain == "NINGUNO" || plain == "DESNUDO" || plain == "DESNUDA" ||
      plain == "SIN ROPA" || plain == "SIN PRENDAS" || plain == "SIN VESTIMENTA" ||
      plain == "NUDE" || plain == "NONE" || plain == "NONE FOUND" || plain == "NO PRESENTA" ||
      plain == "NO CLOTHING")
    return Cell<List>{ObservationState::observed, {}};
  if (const auto state = sentinel(text)) return Cell<List>{*state, {}};
  return Cell<List>{ObservationState::observed, garments_in(text)};
}

Reading<Garment> read_garment(std::string_view item, std::string_view colour,
                              std::string_view brand, std::string_view material,
                              std::string_view size, std::string_view description) {
  auto worst = ObservationState::observed;
  bool any = false;
  for (const std::string_view column : {item, colour, brand, material, size, description}) {
    if (const auto state = sentinel(column))
      worst = std::max(worst, *state);
    else
      any = true;
  }
  if (!any) return Cell<Garment>{worst, {}};

  Garment garment;
  if (!sentinel(description)) {
    const std::vector<Garment> found = garments_in(description);
    if (!found.empty()) garment = found.front();
    garment.description = fold(description);
  }
  const auto put = [](std::string& field, std::string value) {
    if (!value.empty()) field = std::move(value);
  };
  put(garment.item, word_or_empty(items(), item));
  if (garment.item.empty() && !sentinel(item)) {
    garment.item = "other";
    if (garment.description.empty()) garment.description = fold(item);
  }
  put(garment.colour, word_or_empty(colours(), colour));
  put(garment.material, word_or_empty(materials(), material));
  if (!sentinel(brand)) put(garment.brand, brand_after(words(brand), 0));
  if (!sentinel(size)) put(garment.size, canonical_size(fold_words(size)));
  return Cell<Garment>{ObservationState::observed, std::move(garment)};
}

}  // namespace confronta::importers
