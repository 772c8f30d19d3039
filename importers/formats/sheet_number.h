#pragma once
// Numbers of spreadsheet cells -> the texts that a person sees, as far as they matter: dates,
// times, leading zeros. After ECMA-376 part 1, 18.8.30 (number formats) and 18.17.4.1 (dates).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace confronta::importers {

/// How the number format of a cell shows a number.
struct NumberStyle {
  enum class Kind {
    number,
    date,      // a date, a time of day, or both
    duration,  // hours beyond 24: [h]:mm
    padded,    // a whole number with leading zeros: 00000
  };
  Kind kind = Kind::number;
  std::uint8_t digits = 0;  // of `padded`

  bool operator==(const NumberStyle&) const = default;
};

/// The style of a format code. Its first section decides; texts in quotes, escaped signs, colours
/// and locales do not count.
NumberStyle style_of_format(std::string_view code);
/// The style of a built-in format (14 to 22 and 45 to 47 are dates and times; 27 to 36 and 50 to 58
/// are dates of East Asian versions).
NumberStyle style_of_builtin(int id);

/// The text of a number. Whole numbers have no ".0" and no exponent. Others have the 15 significant
/// digits that Excel shows, without trailing zeros: 0.30000000000000004 is 0.3.
std::string sheet_number(double number);

/// The text of a day number: "YYYY-MM-DD", with "THH:MM:SS" when there is a time, "HH:MM:SS" below
/// one day. `from_1904`: days count from 1904-01-01. Else day 1 is 1900-01-01, and day 60 is
/// 1900-02-29, which never was: Excel keeps this error of Lotus 1-2-3, and so does the text.
/// Nothing for a number that no date has (negative, or after the year 9999).
std::optional<std::string> serial_date(double serial, bool from_1904);

/// The text of a cell's number as it stands in the file, under its style. Digits alone are kept as
/// they are; what is no number is kept too.
std::string styled_number(std::string_view text, NumberStyle style, bool from_1904);
std::string styled_number(double number, NumberStyle style, bool from_1904);

}  // namespace confronta::importers
