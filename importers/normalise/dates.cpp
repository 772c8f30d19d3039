#include "importers/normalise/dates.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "importers/normalise/date_tokens.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::span<const DateToken>;

constexpr int first_year = 1850;
constexpr int last_year = 2100;
constexpr Day excel_epoch = -25569;  // 1899-12-30, which serial 0 stands for after 1900-03-01
constexpr int last_serial = 80000;   // in the year 2119

// What "early", "mid" and "late" leave of a month or a year.
enum class Third { whole, early, middle, late };

// A date as far as it is written; 0 = not given.
struct Partial {
  int day = 0;
  int month = 0;
  int year = 0;
  bool year_may_be_day = false;  // "MARZO 19": a year, unless another part of the text has one
  bool zero = false;             // 00/00/0000
  bool decade = false;
  bool about = false;
  bool before = false;
  Third third = Third::whole;
};

int full_year(int number, int digits) {
  if (digits > 2) return number;
  return number <= 29 ? 2000 + number : 1900 + number;  // 1930..2029
}

bool calendar_has(const Partial& date) {
  if (date.year < first_year || date.year > last_year) return false;
  if (date.month < 0 || date.month > 12) return false;
  if (date.day == 0) return true;
  return date.month > 0 && day_of(date.year, date.month, date.day).has_value();
}

// Three numbers by the order of the source, or by the only order that the calendar allows.
std::optional<Partial> from_three(const std::array<const DateToken*, 3>& n, DateOrder order) {
  const auto made = [](const DateToken& y, const DateToken& m, const DateToken& d) {
    Partial date;
    date.year = full_year(y.number, y.digits);
    date.month = m.number;
    date.day = d.number;
    if (date.month == 0) date.day = 0;  // "00" or "XX": the month is not known, nor is the day
    return date;
  };
  if (n[0]->number == 0 && n[1]->number == 0 && n[2]->number == 0) {
    Partial date;
    date.zero = true;
    return date;
  }
  std::array<Partial, 2> readings;
  if (n[0]->digits > 2 || (order == DateOrder::year_first && n[2]->digits <= 2))
    readings = {made(*n[0], *n[1], *n[2]), made(*n[0], *n[2], *n[1])};
  else if (order == DateOrder::month_first)
    readings = {made(*n[2], *n[0], *n[1]), made(*n[2], *n[1], *n[0])};
  else
    readings = {made(*n[2], *n[1], *n[0]), made(*n[2], *n[0], *n[1])};
  for (const Partial& reading : readings)
    if (calendar_has(reading)) return reading;
  return std::nullopt;
}

std::optional<Partial> from_eight_digits(int number, DateOrder order) {
  const DateToken a{Kind::number, number / 10000, 4, false, ""};
  const DateToken b{Kind::number, number / 100 % 100, 2, false, ""};
  const DateToken c{Kind::number, number % 100, 2, false, ""};
  if (const auto iso = from_three({&a, &b, &c}, order); iso && iso->day > 0) return iso;
  const DateToken first{Kind::number, number / 1000000, 2, false, ""};
  const DateToken second{Kind::number, number / 10000 % 100, 2, false, ""};
  const DateToken year{Kind::number, number % 10000, 4, false, ""};
  return from_three({&first, &second, &year}, order);
}

// The numbers beside a month's name: "5 de marzo de 2019", "MAR 5 2019", "mar-19".
std::optional<Partial> beside_month(int month, bool number_first,
                                    const std::vector<const DateToken*>& numbers) {
  Partial date;
  date.month = month;
  if (numbers.size() > 2) return std::nullopt;
  if (numbers.empty()) return date;
  const DateToken& a = *numbers[0];
  if (numbers.size() == 2) {
    const DateToken& b = *numbers[1];
    const bool year_first = a.digits > 2;
    date.day = year_first ? b.number : a.number;
    date.year = year_first ? a.number : full_year(b.number, b.digits);
  } else if (a.digits > 2) {
    date.year = a.number;
  } else if (number_first) {
    date.day = a.number;
  } else {
    date.year = full_year(a.number, a.digits);
    date.year_may_be_day = true;
  }
  return date;
}

// One date, without "between ... and ...". Unknown words make it no date.
std::optional<Partial> read_part(Tokens tokens, DateOrder order) {
  std::vector<const DateToken*> numbers;
  Partial vague;
  int month = 0;
  bool number_first = false;
  for (const DateToken& token : tokens) {
    if (token.kind == Kind::number) {
      numbers.push_back(&token);
    } else if (token.kind == Kind::month) {
      if (month == 0) number_first = !numbers.empty();
      month = token.number;
    } else if (token.kind == Kind::word) {
      const std::string& word = token.text;
      if (word == "PRINCIPIOS" || word == "PRINCIPIO" || word == "INICIOS" || word == "INICIO" ||
          word == "EARLY" || word == "BEGINNING")
        vague.third = Third::early;
      else if (word == "MEDIADOS" || word == "MID" || word == "MIDDLE")
        vague.third = Third::middle;
      else if (word == "FINALES" || word == "FINES" || word == "FINAL" || word == "FIN" ||
               word == "LATE" || word == "END")
        vague.third = Third::late;
      else if (word == "DECADA" || word == "DECADE" || word == "AÑOS")
        vague.decade = true;
      else if (word == "APROXIMADAMENTE" || word == "APROX" || word == "CERCA" || word == "HACIA" ||
               word == "CIRCA" || word == "ABOUT" || word == "AROUND" || word == "APPROXIMATELY" ||
               word == "APPROX" || word == "ALREDEDOR")
        vague.about = true;
      else if (word == "ANTES" || word == "BEFORE")
        vague.before = true;
      else if (word == "PRIMERO" && numbers.empty())
        vague.day = 1;
      else if (word != "A")  // "a mediados de": the rest is not a date that we know
        return std::nullopt;
    }
  }
  std::optional<Partial> date;
  if (numbers.size() == 3) {
    date = from_three({numbers[0], numbers[1], numbers[2]}, order);
  } else if (month > 0) {
    date = beside_month(month, number_first, numbers);
    if (date && vague.day > 0) date->day = vague.day;
  } else if (numbers.size() == 2) {
    const DateToken& a = *numbers[0];
    const DateToken& b = *numbers[1];
    date.emplace();
    if (a.digits == 4 && b.digits <= 2)
      date->year = a.number, date->month = b.number;
    else if (b.digits == 4 && a.digits <= 2)
      date->year = b.number, date->month = a.number;
    else
      return std::nullopt;
  } else if (numbers.size() == 1) {
    const DateToken& a = *numbers[0];
    if (a.digits == 8) {
      date = from_eight_digits(a.number, order);
    } else {
      date.emplace();
      if (a.digits == 4 || vague.decade)
        date->year = full_year(a.number, a.digits);
      else if (a.digits <= 2)
        date->day = a.number;
      else
        return std::nullopt;
      date->zero = a.number == 0;
    }
  }
  if (!date) return std::nullopt;
  date->decade = vague.decade;
  date->about = vague.about;
  date->before = vague.before;
  date->third = vague.third;
  return date;
}

Day last_of_month(int year, int month) {
  return (month == 12 ? *day_of(year + 1, 1, 1) : *day_of(year, month + 1, 1)) - 1;
}

// The days that a partial date may mean.
std::optional<DateInterval> days_of(const Partial& date) {
  if (!calendar_has(date) || (date.day > 0 && date.third != Third::whole)) return std::nullopt;
  DateInterval days;
  Day slack = 7;  // "about": a week, a month or a year either way (assumption)
  if (date.decade) {
    const int decade = date.year / 10 * 10;
    days = {*day_of(decade, 1, 1), *day_of(decade + 9, 12, 31)};
    slack = 366;
  } else if (date.day > 0) {
    days.from = days.to = *day_of(date.year, date.month, date.day);
  } else if (date.month > 0) {
    days = {*day_of(date.year, date.month, 1), last_of_month(date.year, date.month)};
    if (date.third == Third::early) days.to = days.from + 9;
    if (date.third == Third::middle) days = {days.from + 10, days.from + 19};
    if (date.third == Third::late) days.from += 20;
    slack = 31;
  } else {
    const int from = date.third == Third::middle ? 5 : date.third == Third::late ? 9 : 1;
    const int to = date.third == Third::early ? 4 : date.third == Third::middle ? 8 : 12;
    days = {*day_of(date.year, from, 1), last_of_month(date.year, to)};
    slack = 366;
  }
  if (date.about) days = {days.from - slack, days.to + slack};
  if (date.before) days = {*day_of(1900, 1, 1), days.from - 1};
  if (days.from > days.to) return std::nullopt;
  return days;
}

bool parts_a_range(const DateToken& token) {
  return token.kind == Kind::word &&
         (token.text == "A" || token.text == "AL" || token.text == "Y" || token.text == "AND" ||
          token.text == "TO" || token.text == "HASTA" || token.text == "O" || token.text == "OR" ||
          token.text == "THROUGH");
}

// Where a range is parted: at a word, else at a dash between two whole dates, years or months.
std::size_t range_at(Tokens tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i)
    if (parts_a_range(tokens[i])) return i;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::separator || tokens[i].text != "-") continue;
    const DateToken& before = tokens[i - 1];
    const DateToken& after = tokens[i + 1];
    const bool years = before.digits == 4 && after.digits == 4;
    const bool months = before.kind == Kind::month && after.kind == Kind::month;
    if (years || months || tokens[i].spaced) return i;
  }
  return tokens.size();
}

std::optional<DateInterval> read_range(Tokens tokens, std::size_t at, DateOrder order) {
  if (!tokens.empty() && tokens[0].kind == Kind::word &&
      (tokens[0].text == "ENTRE" || tokens[0].text == "BETWEEN" || tokens[0].text == "FROM" ||
       tokens[0].text == "DESDE")) {
    tokens = tokens.subspan(1);
    --at;
  }
  if (at == 0 || at + 1 >= tokens.size()) return std::nullopt;
  auto left = read_part(tokens.first(at), order);
  auto right = read_part(tokens.subspan(at + 1), order);
  if (!left || !right) return std::nullopt;
  const bool year_elsewhere = right->year > 0 && !right->year_may_be_day;
  if (left->year_may_be_day && year_elsewhere) {
    left->day = left->year % 100;
    left->year = 0;
  }
  if (left->year == 0) left->year = right->year;
  if (left->month == 0 && left->day > 0) left->month = right->month;
  const auto from = days_of(*left);
  const auto to = days_of(*right);
  if (!from || !to || from->from > to->to) return std::nullopt;
  return DateInterval{from->from, to->to};
}

// A spreadsheet's day number, with a time of day as its fraction.
std::optional<Day> serial_day(std::string_view folded) {
  const std::size_t point = std::min(folded.find('.'), folded.size());
  const std::string_view whole = folded.substr(0, point);
  if (whole.empty() || whole.size() > 5) return std::nullopt;
  const auto digits = [](std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!digits(whole) || (point < folded.size() && !digits(folded.substr(point + 1))))
    return std::nullopt;
  const int serial = std::stoi(std::string{whole});
  const bool year = serial >= first_year && serial <= last_year;  // not a day of 1905
  if (serial > last_serial || year) return std::nullopt;
  return serial;
}

}  // namespace

Reading<DateInterval> read_date(std::string_view text, DateOrder order, bool excel_serial) {
  using State = ObservationState;
  if (const auto state = sentinel(text)) return Cell<DateInterval>{*state, {}};
  const Error bad{"value.bad_date", {std::string{text}}, {}};
  const std::string folded = fold(text);
  if (excel_serial)
    if (const auto serial = serial_day(folded)) {
      if (*serial == 0) return Cell<DateInterval>{State::unknown, {}};
      const Day day = excel_epoch + *serial + (*serial < 61 ? 1 : 0);
      return Cell<DateInterval>{State::observed, {day, day}};
    }
  const auto tokens = date_tokens(folded);
  if (!tokens || tokens->empty()) return bad;
  const std::size_t range = range_at(*tokens);
  if (range < tokens->size()) {
    if (const auto days = read_range(*tokens, range, order))
      return Cell<DateInterval>{State::observed, *days};
    return bad;
  }
  const auto date = read_part(*tokens, order);
  if (!date) return bad;
  if (date->zero) return Cell<DateInterval>{State::unknown, {}};
  const auto days = days_of(*date);
  if (!days) return bad;
  return Cell<DateInterval>{State::observed, *days};
}

}  // namespace confronta::importers
