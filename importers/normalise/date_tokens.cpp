#include "importers/normalise/date_tokens.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace confronta::importers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// 1..12 for a month's name or an abbreviation of three letters or more, else 0.
int month_of(std::string_view word) {
  constexpr std::array<std::array<std::string_view, 3>, 12> months{
      {{"ENERO", "JANUARY", ""},
       {"FEBRERO", "FEBRUARY", ""},
       {"MARZO", "MARCH", ""},
       {"ABRIL", "APRIL", ""},
       {"MAYO", "MAY", ""},
       {"JUNIO", "JUNE", ""},
       {"JULIO", "JULY", ""},
       {"AGOSTO", "AUGUST", ""},
       {"SEPTIEMBRE", "SEPTEMBER", "SETIEMBRE"},
       {"OCTUBRE", "OCTOBER", ""},
       {"NOVIEMBRE", "NOVEMBER", ""},
       {"DICIEMBRE", "DECEMBER", ""}}};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i)
    for (const std::string_view name : months[i])
      if (name.starts_with(word)) return static_cast<int>(i) + 1;
  return 0;
}

bool says_nothing(std::string_view word) {
  static const std::unordered_set<std::string_view> set{
      "DE",        "DEL",    "EL",      "LA",        "LOS",     "EN",        "DIA",      "MES",
      "AÑO",       "THE",    "OF",      "ON",        "IN",      "YEAR",      "LUNES",    "MARTES",
      "MIERCOLES", "JUEVES", "VIERNES", "SABADO",    "DOMINGO", "LUN",       "MIE",      "JUE",
      "VIE",       "SAB",    "DOM",     "MONDAY",    "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY",
      "SATURDAY",  "SUNDAY", "MON",     "TUE",       "WED",     "THU",       "FRI",      "SAT",
      "SUN",       "T",      "FECHA",   "ST",        "ND",      "RD",        "TH",       "ERO",
      "ER",        "PASADO", "LAS",     "AROUND THE"};
  return set.contains(word);
}

bool belongs_to_a_time(std::string_view word) {
  return word == "AM" || word == "PM" || word == "A" || word == "P" || word == "M" || word == "Z" ||
         word == "HRS" || word == "HORAS" || word == "HR" || word == "H" || word == "UTC" ||
         word == "GMT" || word == "HOURS";
}

}  // namespace

std::optional<std::vector<DateToken>> date_tokens(std::string_view text) {
  using Kind = DateToken::Kind;
  std::vector<DateToken> tokens;
  bool after_time = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '(') {
      const std::size_t close = text.find(')', i);
      i = close == std::string_view::npos ? text.size() : close + 1;
    } else if (is_digit(c)) {
      std::size_t end = i;
      while (end < text.size() && is_digit(text[end])) ++end;
      if (end < text.size() && text[end] == ':') {  // a time of day
        while (end < text.size() && (is_digit(text[end]) || text[end] == ':' || text[end] == '.'))
          ++end;
        if (!tokens.empty() && (tokens.back().text == "A" || tokens.back().text == "AT" ||
                                tokens.back().text == "+" || tokens.back().text == "-"))
          tokens.pop_back();
        after_time = true;
        i = end;
        continue;
      }
      if (end - i > 8) return std::nullopt;
      int number = 0;
      for (std::size_t at = i; at < end; ++at) number = number * 10 + (text[at] - '0');
      tokens.push_back({Kind::number, number, static_cast<int>(end - i), false, ""});
      after_time = false;
      i = end;
      if (i < text.size() && text[i] == 'O' && (i + 1 == text.size() || !is_letter(text[i + 1])))
        ++i;  // "1O" is what folding makes of "1º"
    } else if (is_letter(c)) {
      std::size_t end = i;
      while (end < text.size() && is_letter(text[end])) ++end;
      const std::string_view word = text.substr(i, end - i);
      const int month = month_of(word);
      if (word.find_first_not_of('X') == std::string_view::npos)
        tokens.push_back({Kind::number, 0, static_cast<int>(word.size()), false, ""});
      else if (month > 0)
        tokens.push_back({Kind::month, month, 0, false, ""});
      else if (!says_nothing(word) && !(after_time && belongs_to_a_time(word)))
        tokens.push_back({Kind::word, 0, 0, false, std::string{word}});
      if (word == "S" && i > 0 && is_digit(text[i - 1])) tokens.back().text = "DECADA";  // 1980S
      after_time = after_time && belongs_to_a_time(word);
      i = end;
    } else if (c == '?') {
      std::size_t end = i;
      while (end < text.size() && text[end] == '?') ++end;
      tokens.push_back({Kind::number, 0, static_cast<int>(end - i), false, ""});
      i = end;
    } else {
      const bool spaced = i > 0 && text[i - 1] == ' ';
      if (c == '/' || c == '-' || c == '.' || c == '+')
        if (!after_time) tokens.push_back({Kind::separator, 0, 0, spaced, std::string{c}});
      ++i;
    }
  }
  return tokens;
}

}  // namespace confronta::importers
