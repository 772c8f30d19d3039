#include "importers/formats/sheet_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "importers/formats/cell_text.h"
#include "models/domain/date.h"

namespace confronta::importers {
namespace {

constexpr std::int64_t seconds_a_day = 86400;

std::string two_digits(std::int64_t number) {
  std::string text = std::to_string(number);
  if (number < 10) text.insert(text.begin(), '0');
  return text;
}

std::string clock_text(std::int64_t seconds) {
  return two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" +
         two_digits(seconds % 60);
}

std::string date_text(std::int64_t serial, bool from_1904) {
  constexpr std::int64_t false_leap_day = 60;
  if (from_1904) return iso_date(static_cast<Day>(*day_of(1904, 1, 1) + serial));
  if (serial == false_leap_day) return "1900-02-29";
  const std::int64_t behind = serial > false_leap_day ? 2 : 1;
  return iso_date(static_cast<Day>(*day_of(1900, 1, 1) + serial - behind));
}

std::string chars(double number, std::chars_format format) {
  std::array<char, 400> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format).ptr;
  return {buffer.data(), end};
}

bool digits_only(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

NumberStyle style_of_format(std::string_view code) {
  if (lower_ascii(code) == "general") return {};
  std::string signs;  // the code's own signs
  bool elapsed = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string inside = lower_ascii(code.substr(i + 1, end - i - 1));
      elapsed = elapsed || (!inside.empty() && inside.find_first_not_of("hms") == inside.npos);
      i = end;
    } else {
      signs += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (elapsed) return {NumberStyle::Kind::duration, 0};
  if (signs.find_first_of("dmyhs") != signs.npos) return {NumberStyle::Kind::date, 0};
  if (signs.size() > 1 && signs.size() < 32 && signs.find_first_not_of('0') == signs.npos)
    return {NumberStyle::Kind::padded, static_cast<std::uint8_t>(signs.size())};
  return {};
}

NumberStyle style_of_builtin(int id) {
  if (id == 46) return {NumberStyle::Kind::duration, 0};
  const bool date = (id >= 14 && id <= 22) || id == 45 || id == 47 || (id >= 27 && id <= 36) ||
                    (id >= 50 && id <= 58);
  return {date ? NumberStyle::Kind::date : NumberStyle::Kind::number, 0};
}

std::string sheet_number(double number) {
  constexpr double exact_integers = 9007199254740992;  // 2^53
  if (number == 0) return "0";
  if (std::fabs(number) <= exact_integers && std::floor(number) == number)
    return chars(number, std::chars_format::fixed);
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                 std::chars_format::scientific, 14)
                       .ptr;
  double rounded = number;
  std::from_chars(buffer.data(), end, rounded);
  const double size = std::fabs(rounded);
  const bool plain = size >= 1e-5 && size < 1e16;
  return chars(rounded, plain ? std::chars_format::fixed : std::chars_format::scientific);
}

std::optional<std::string> serial_date(double serial, bool from_1904) {
  constexpr double last_day = 2958465;  // 9999-12-31, from 1900
  if (!(serial >= 0) || serial >= (from_1904 ? last_day - 1462 : last_day) + 1) return {};
  const auto seconds = static_cast<std::int64_t>(std::nearbyint(serial * seconds_a_day));
  const std::int64_t day = seconds / seconds_a_day;
  const std::int64_t time = seconds % seconds_a_day;
  if (day == 0 && (time > 0 || !from_1904)) return clock_text(time);
  if (serial >= last_day && day > last_day) return {};
  std::string text = date_text(day, from_1904);
  if (time > 0) (text += 'T') += clock_text(time);
  return text;
}

std::string styled_number(double number, NumberStyle style, bool from_1904) {
  if (style.kind == NumberStyle::Kind::date)
    if (auto date = serial_date(number, from_1904)) return *date;
  if (style.kind == NumberStyle::Kind::duration && number >= 0 && number < 1e6)
    return clock_text(static_cast<std::int64_t>(std::nearbyint(number * seconds_a_day)));
  std::string text = sheet_number(number);
  if (style.kind == NumberStyle::Kind::padded && digits_only(text) && number >= 0)
    text.insert(0, style.digits > text.size() ? style.digits - text.size() : 0, '0');
  return text;
}

std::string styled_number(std::string_view text, NumberStyle style, bool from_1904) {
  if (style.kind == NumberStyle::Kind::number && digits_only(text)) return std::string{text};
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
    return std::string{text};
  return styled_number(number, style, from_1904);
}

}  // namespace confronta::importers
