// Numbers, dates and times of spreadsheet cells.

#include "importers/formats/sheet_number.h"

#include <gtest/gtest.h>

namespace confronta::importers {
namespace {

using Kind = NumberStyle::Kind;

TEST(SheetNumber, HasNoArtefacts) {
  EXPECT_EQ(sheet_number(0.1 + 0.2), "0.3");
  EXPECT_EQ(sheet_number(1.7), "1.7");
  EXPECT_EQ(sheet_number(172.99999999999997), "173");
  EXPECT_EQ(sheet_number(173), "173");
  EXPECT_EQ(sheet_number(-4.5), "-4.5");
  EXPECT_EQ(sheet_number(0), "0");
  EXPECT_EQ(sheet_number(-0.0), "0");
  EXPECT_EQ(sheet_number(9007199254740991), "9007199254740991") << "ids of 16 digits stay exact";
  EXPECT_EQ(sheet_number(1e21), "1e+21");
  EXPECT_EQ(sheet_number(0.00001), "0.00001");
}

TEST(SheetNumber, DaysOfBothSystems) {
  EXPECT_EQ(serial_date(1, false), "1900-01-01");
  EXPECT_EQ(serial_date(59, false), "1900-02-28");
  EXPECT_EQ(serial_date(60, false), "1900-02-29") << "the day that never was";
  EXPECT_EQ(serial_date(61, false), "1900-03-01");
  EXPECT_EQ(serial_date(45000, false), "2023-03-15");
  EXPECT_EQ(serial_date(2958465, false), "9999-12-31");
  EXPECT_EQ(serial_date(0, true), "1904-01-01");
  EXPECT_EQ(serial_date(43538, true), "2023-03-15") << "45000 - 1462";
  EXPECT_FALSE(serial_date(-1, false));
  EXPECT_FALSE(serial_date(2958466, false));
  EXPECT_FALSE(serial_date(2958465.9999999, false)) << "rounds to a day after the last";
}

TEST(SheetNumber, TimesAreRoundedToSeconds) {
  EXPECT_EQ(serial_date(45000.5, false), "2023-03-15T12:00:00");
  EXPECT_EQ(serial_date(45000.999999, false), "2023-03-16");
  EXPECT_EQ(serial_date(0.75, false), "18:00:00");
}

TEST(SheetNumber, TellsDateFormats) {
  for (const char* code : {"dd/mm/yyyy", "[$-80A]d \"de\" mmmm \"de\" yyyy;@", "yyyy\\-mm\\-dd",
                           "hh:mm AM/PM", "mmm-yy"})
    EXPECT_EQ(style_of_format(code).kind, Kind::date) << code;
  for (const char* code : {"General", "0.00", "#,##0", "[Red]0", "\"días\" 0", "0\\d", "@",
                           "_-* #,##0", "0.00E+00", "0%", "0;\"d\""})
    EXPECT_EQ(style_of_format(code).kind, Kind::number) << code;
  EXPECT_EQ(style_of_format("[h]:mm").kind, Kind::duration);
  EXPECT_EQ(style_of_format("00000"), (NumberStyle{Kind::padded, 5}));
  for (const int id : {14, 22, 45, 47}) EXPECT_EQ(style_of_builtin(id).kind, Kind::date);
  for (const int id : {0, 1, 2, 9, 13, 23, 44, 48, 49})
    EXPECT_EQ(style_of_builtin(id).kind, Kind::number);
}

TEST(SheetNumber, StylesDecideTheText) {
  EXPECT_EQ(styled_number("36526", {Kind::date, 0}, false), "2000-01-01");
  EXPECT_EQ(styled_number("36526", {}, false), "36526");
  EXPECT_EQ(styled_number("1.5", {Kind::duration, 0}, false), "36:00:00");
  EXPECT_EQ(styled_number("42", {Kind::padded, 5}, false), "00042");
  EXPECT_EQ(styled_number("-3", {Kind::date, 0}, false), "-3") << "no date has this number";
  EXPECT_EQ(styled_number("12345678901234567890", {}, false), "12345678901234567890");
  EXPECT_EQ(styled_number("no es número", {}, false), "no es número");
}

}  // namespace
}  // namespace confronta::importers
