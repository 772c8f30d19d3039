#include <algorithm>

#include "bench/world/clerks.h"
#include "bench/world/rates.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

int draw_given(Random& random) {
  const int sex = random.chance(0.5) ? 0 : 1;
  const int offset = sex == 0 ? 0 : static_cast<int>(given_list(0).names.size());
  return offset + static_cast<int>(random.pick(given_list(sex).probability));
}

int draw_surname(Random& random) {
  return static_cast<int>(random.pick(surname_list().probability));
}

}  // namespace

NameNote draw_name(Random& random) {
  NameNote name;
  name.given = draw_given(random);
  name.first_surname = draw_surname(random);
  name.second_surname = draw_surname(random);
  return name;
}

std::string mistype(Random& random, const std::string& text) {
  // Only plain letters are touched, so that the UTF-8 stays whole.
  std::vector<std::size_t> letters;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z'))
      letters.push_back(i);
  if (letters.size() < 3) return text;
  const std::size_t at = letters[1 + random.below(letters.size() - 1)];
  std::string result = text;
  switch (random.below(4)) {
    case 0: result.erase(at, 1); break;
    case 1: result.insert(at, 1, text[at]); break;
    case 2:
      if (std::find(letters.begin(), letters.end(), at - 1) != letters.end())
        std::swap(result[at], result[at - 1]);
      break;
    default: {
      // Letters that sound alike in Spanish, else a neighbour in the alphabet.
      static constexpr std::string_view from = "SZCBVYIGJNMXL", to = "ZSSVBIYJGMNJR";
      const bool lower = text[at] >= 'a';
      const char upper = static_cast<char>(lower ? text[at] - 'a' + 'A' : text[at]);
      const auto found = from.find(upper);
      const char other =
          found != from.npos ? to[found] : static_cast<char>(upper == 'Z' ? 'A' : upper + 1);
      result[at] = static_cast<char>(lower ? other - 'A' + 'a' : other);
    }
  }
  return result;
}

TypedName type_name(Random& random, const NameNote& name) {
  TypedName typed;
  typed.meant = name;
  NameNote& meant = typed.meant;
  if (random.chance(rates::only_first_given) && first_token(meant.given) != none)
    meant.given = first_token(meant.given);
  if (random.chance(rates::name_other)) meant.given = draw_given(random);
  if (random.chance(rates::name_other)) meant.first_surname = draw_surname(random);
  if (random.chance(rates::name_other)) meant.second_surname = draw_surname(random);
  if (random.chance(rates::second_surname_missing)) meant.second_surname = none;
  typed.given = given_text(meant.given);
  typed.first_surname = surname_text(meant.first_surname);
  if (meant.second_surname != none) typed.second_surname = surname_text(meant.second_surname);
  for (std::string* part : {&typed.given, &typed.first_surname, &typed.second_surname})
    if (random.chance(rates::name_typo)) *part = mistype(random, *part);
  if (typed.given.rfind("MARIA ", 0) == 0 && random.chance(0.3))
    typed.given = "MA. " + typed.given.substr(6);
  return typed;
}

}  // namespace confronta::world
