#pragma once
// The words that families, examiners and clerks have for things, with how common each thing is
// among people of the world (assumptions, except where the .cpp says otherwise).

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace confronta::world {

struct Word {
  std::string_view text;
  double weight;
};

// Codes by index. Builds: thin, medium, athletic, robust, obese. Skins: white, light brown, brown,
// dark brown, black. Hair: black, dark brown, light brown, blond, red, grey, greying, dyed, bald.
// Eyes: black, dark brown, light brown, hazel, green, blue.
inline constexpr int build_count = 5;
inline constexpr int skin_count = 5;
inline constexpr int hair_count = 9;
inline constexpr int eye_count = 6;
std::span<const std::string_view> build_words();
std::span<const std::string_view> skin_words();
std::span<const std::string_view> hair_words();
std::span<const std::string_view> eye_words();
inline constexpr std::array<std::string_view, 4> blood_words{"A", "B", "AB", "O"};
/// Conditions of remains: Pima's seven, burnt, saponified.
std::span<const std::string_view> condition_words();
/// Post-mortem intervals as written, and the upper limit of each in days.
inline constexpr int interval_count = 9;
std::span<const std::string_view> interval_words();
std::span<const double> interval_limits();

/// A region of the body. `half`: 1 upper, 2 lower (of a body cut apart).
struct Region {
  std::string_view text;
  std::string_view feminine_side;  // "izquierda" agrees with it: "f", or "m", or "" (no sides)
  int half;
  double tattoo, scar, mole, piercing;  // how often each type sits there
};
std::span<const Region> regions();

/// What a mark shows. Contents of a type are [first, first + count) of one list.
struct Content {
  std::string text;
  bool inscription = false;  // letters: "KARLA", "13"
  double probability = 0;    // within its type
};
const std::vector<Content>& contents();
struct ContentRange {
  int first;
  int count;
};
/// Empty for moles and piercings.
ContentRange contents_of(int mark_type);

/// Clothing.
inline constexpr int slot_count = 8;
struct Slot {
  std::array<double, 2> worn;  // probability, by sex
  bool coloured, branded, sized;
  std::vector<Word> items;
  std::array<std::vector<double>, 2> item_weight;  // by sex
  std::vector<Word> sizes;
  std::string_view size_word;  // "talla", "número"
};
const std::array<Slot, slot_count>& slots();
std::span<const Word> colours();
std::span<const Word> brands();

/// Old fractures, implants, operations: text and prevalence.
std::span<const Word> history_words();

/// Given names: male, then female; surnames. Probabilities as in models/data/name_frequency.h.
struct NameList {
  std::vector<std::string_view> names;
  std::vector<double> probability;
};
const NameList& given_list(int sex);
const NameList& surname_list();
/// A given name's text by index over both lists.
std::string_view given_text(int index);
std::string_view surname_text(int index);
/// The list (sex) that a given name's index belongs to.
int given_sex(int index);
/// Index of the first token of a compound given name ("JOSE LUIS" -> "JOSE"), or none.
int first_token(int given);

}  // namespace confronta::world
