#include "importers/normalise/identifiers.h"

#include <algorithm>

#include "importers/normalise/text.h"
#include "models/data/municipality.h"

namespace confronta::importers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return is_digit(c) || is_upper(c); }
bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); }

// Upper case without white space; Ñ as '#', so that every character is one byte.
std::string compact(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded.compare(i, 2, "Ñ") == 0) {
      out += '#';
      ++i;
    } else if (folded[i] != ' ') {
      out += folded[i];
    }
  }
  return out;
}

std::string with_enye(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '#' ? std::string{"Ñ"} : std::string(1, c);
  return out;
}

// A's place in the alphabet of the check digit: 0-9, A-N, Ñ, O-Z.
int check_value(char c) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMN#OPQRSTUVWXYZ";
  return static_cast<int>(alphabet.find(c));
}

struct DayOfBirth {
  int year;
  int month;
  int day;
};

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// Position 17 is a digit for births to 1999 and a letter since 2000.
DayOfBirth birth_of(std::string_view curp) {
  const int century = is_digit(curp[16]) ? 1900 : 2000;
  return {century + two_digits(curp, 4), two_digits(curp, 6), two_digits(curp, 8)};
}

const State* birth_state(std::string_view letters) {
  const auto all = states();
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const State& state) { return state.curp == letters; });
  return at == all.end() ? nullptr : &*at;
}

bool has_curp_format(std::string_view curp) {
  if (curp.size() != 18) return false;
  const auto letter = [](char c) { return is_upper(c) || c == '#'; };
  for (std::size_t i = 0; i < 4; ++i)
    if (!letter(curp[i])) return false;
  for (std::size_t i = 4; i < 10; ++i)
    if (!is_digit(curp[i])) return false;
  if (curp[10] != 'H' && curp[10] != 'M' && curp[10] != 'X') return false;
  for (std::size_t i = 11; i < 16; ++i)
    if (!letter(curp[i])) return false;
  if (!is_alnum(curp[16]) || !is_digit(curp[17])) return false;
  const DayOfBirth birth = birth_of(curp);
  if (!day_of(birth.year, birth.month, birth.day)) return false;
  const std::string_view state = curp.substr(11, 2);
  return state == "NE" || birth_state(state) != nullptr;
}

bool check_digit_holds(std::string_view curp) {
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += check_value(curp[i]) * (18 - static_cast<int>(i));
  return (10 - sum % 10) % 10 == curp[17] - '0';
}

// CNB's key: a digit before a UUID.
bool is_fub(std::string_view text) {
  constexpr std::string_view shape = "HHHHHHHHH-HHHH-HHHH-HHHH-HHHHHHHHHHHH";
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '-' ? text[i] != '-' : !is_hex(text[i])) return false;
  return true;
}

// SAT's key of a natural person: four letters, YYMMDD, three characters.
bool is_rfc(std::string_view text) {
  if (text.size() != 13) return false;
  for (std::size_t i = 0; i < 4; ++i)
    if (!is_upper(text[i]) && text[i] != '#' && text[i] != '&') return false;
  for (std::size_t i = 4; i < 10; ++i)
    if (!is_digit(text[i])) return false;
  for (std::size_t i = 10; i < 13; ++i)
    if (!is_alnum(text[i])) return false;
  const int month = two_digits(text, 6);
  const int day = two_digits(text, 8);
  return day_of(2000 + two_digits(text, 4), month, day).has_value();
}

// INE's key: six letters, YYMMDD, state, sex, three digits.
bool is_voter_key(std::string_view text) {
  if (text.size() != 18) return false;
  for (std::size_t i = 0; i < 6; ++i)
    if (!is_upper(text[i]) && text[i] != '#') return false;
  for (std::size_t i = 6; i < 14; ++i)
    if (!is_digit(text[i])) return false;
  return (text[14] == 'H' || text[14] == 'M') && is_digit(text[15]) && is_digit(text[16]) &&
         is_digit(text[17]);
}

}  // namespace

bool curp_is_valid(std::string_view text) {
  const std::string curp = compact(text);
  return has_curp_format(curp) && check_digit_holds(curp);
}

std::optional<CurpFacts> curp_facts(std::string_view text) {
  const std::string curp = compact(text);
  if (!has_curp_format(curp) || !check_digit_holds(curp)) return std::nullopt;
  const DayOfBirth birth = birth_of(curp);
  const Day day = *day_of(birth.year, birth.month, birth.day);
  const State* state = birth_state(std::string_view{curp}.substr(11, 2));
  return CurpFacts{curp[10] == 'H'   ? "male"
                   : curp[10] == 'M' ? "female"
                                     : "",
                   {day, day},
                   state ? std::string{state->code} : std::string{}};
}

Reading<Identifier> read_identifier(std::string_view type, std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<Identifier>{*state, {}};
  const std::string key = compact(text);
  if (std::none_of(key.begin(), key.end(), is_alnum))
    return Error{"value.bad_identifier", {std::string{text}}, {}};
  bool valid = true;
  if (type == "curp") valid = has_curp_format(key) && check_digit_holds(key);
  if (type == "rfc") valid = is_rfc(key);
  if (type == "fub") valid = is_fub(key);
  if (type == "voter_key") valid = is_voter_key(key);
  return Cell<Identifier>{ObservationState::observed, {std::string{type}, with_enye(key), valid}};
}

}  // namespace confronta::importers
