#include "importers/normalise/dates.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(std::string_view text, DateOrder order = DateOrder::day_first,
                  bool serial = false) {
  const auto read = read_date(text, order, serial);
  if (!read.ok()) return read.error().code;
  if (read.value().state != State::observed) return std::string{state_name(read.value().state)};
  const DateInterval days = read.value().value;
  return days.from == days.to ? iso_date(days.from)
                              : iso_date(days.from) + ".." + iso_date(days.to);
}

TEST(ReadDate, WholeDates) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"2019-03-05", "2019-03-05"},
      {"05/03/2019", "2019-03-05"},
      {"5-mar-19", "2019-03-05"},
      {"05/03/2019 00:00:00", "2019-03-05"},
      {"2019-03-05T10:00:00Z", "2019-03-05"},
      {"2019-03-05 10:00:00.000-06:00", "2019-03-05"},
      {"05/03/2019 10:30 a. m.", "2019-03-05"},
      {"5 de marzo de 2019 a las 22:15 hrs", "2019-03-05"},
      {"martes 5 de marzo del 2019", "2019-03-05"},
      {"1º de enero de 1999", "1999-01-01"},
      {"primero de mayo de 2010", "2010-05-01"},
      {"March 5th, 2019", "2019-03-05"},
      {"Sept 11 2001", "2001-09-11"},
      {"05.03.2019", "2019-03-05"},
      {"20190305", "2019-03-05"},
      {"05032019", "2019-03-05"},
      {"05/03/29", "2029-03-05"},
      {"05/03/30", "1930-03-05"},
      {"29/02/2020", "2020-02-29"},
      {"05/13/2019", "2019-05-13"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(ReadDate, OrdersOfTheSource) {
  EXPECT_EQ(shown("05/03/2019", DateOrder::month_first), "2019-05-03");
  EXPECT_EQ(shown("19/03/05", DateOrder::year_first), "2019-03-05");
  EXPECT_EQ(shown("2019-03-05", DateOrder::month_first), "2019-03-05") << "ISO whatever the order";
}

TEST(ReadDate, PartialAndVagueDatesAreIntervals) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"marzo de 2019", "2019-03-01..2019-03-31"},
      {"mar-19", "2019-03-01..2019-03-31"},
      {"03/2019", "2019-03-01..2019-03-31"},
      {"2019-02", "2019-02-01..2019-02-28"},
      {"XX/02/2020", "2020-02-01..2020-02-29"},
      {"00/03/2019", "2019-03-01..2019-03-31"},
      {"2019-00-00", "2019-01-01..2019-12-31"},
      {"2019", "2019-01-01..2019-12-31"},
      {"en el año 2019", "2019-01-01..2019-12-31"},
      {"entre marzo y junio de 2019", "2019-03-01..2019-06-30"},
      {"del 5 al 7 de marzo de 2019", "2019-03-05..2019-03-07"},
      {"March 28 to April 2, 2019", "2019-03-28..2019-04-02"},
      {"2018-2019", "2018-01-01..2019-12-31"},
      {"05/03/2019 - 07/03/2019", "2019-03-05..2019-03-07"},
      {"principios de 2019", "2019-01-01..2019-04-30"},
      {"a mediados de 2019", "2019-05-01..2019-08-31"},
      {"finales de febrero de 2019", "2019-02-21..2019-02-28"},
      {"early 2019", "2019-01-01..2019-04-30"},
      {"década de 1980", "1980-01-01..1989-12-31"},
      {"1980s", "1980-01-01..1989-12-31"},
      {"aproximadamente 15 de marzo de 2019", "2019-03-08..2019-03-22"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(ReadDate, TellsMissingFromWrong) {
  EXPECT_EQ(shown(""), "not_recorded");
  EXPECT_EQ(shown("SE DESCONOCE"), "unknown");
  EXPECT_EQ(shown("CONFIDENCIAL"), "redacted");
  EXPECT_EQ(shown("0000-00-00"), "unknown");
  EXPECT_EQ(shown("00/00/0000"), "unknown");
  for (const std::string_view text :
       {"31/02/2019", "2019-13-45", "hace tres años", "5 de marzo", "05/03/1019", "99", "ayer",
        "2019 o tal vez", "123456789", "entre 2020 y 2019", "03-03-03-03"})
    EXPECT_EQ(shown(text), "value.bad_date") << text;
}

TEST(ReadDate, SpreadsheetSerialsOnlyWhenTold) {
  EXPECT_EQ(shown("43529", DateOrder::day_first, true), "2019-03-05");
  EXPECT_EQ(shown("43529.75", DateOrder::day_first, true), "2019-03-05");
  EXPECT_EQ(shown("1", DateOrder::day_first, true), "1900-01-01");
  EXPECT_EQ(shown("0", DateOrder::day_first, true), "unknown");
  EXPECT_EQ(shown("2019", DateOrder::day_first, true), "2019-01-01..2019-12-31");
  EXPECT_EQ(shown("43529"), "value.bad_date");
  EXPECT_EQ(shown("05/03/2019", DateOrder::day_first, true), "2019-03-05");
}

RC_GTEST_PROP(DatesProperty, EveryWayOfWritingADayGivesThatDay, ()) {
  const Day day = *rc::gen::inRange<Day>(*day_of(1930, 1, 1), *day_of(2029, 12, 31));
  const std::string iso = iso_date(day);
  const std::string y = iso.substr(0, 4), m = iso.substr(5, 2), d = iso.substr(8, 2);
  RC_ASSERT(shown(iso) == iso);
  RC_ASSERT(shown(d + "/" + m + "/" + y) == iso);
  RC_ASSERT(shown(d + "/" + m + "/" + y.substr(2)) == iso);
  RC_ASSERT(shown(m + "-" + d + "-" + y, DateOrder::month_first) == iso);
  const auto month = read_date(m + "/" + y, DateOrder::day_first).value().value;
  RC_ASSERT(month.from <= day && day <= month.to);
  const auto year = read_date(y, DateOrder::day_first).value().value;
  RC_ASSERT(year.from <= month.from && month.to <= year.to);
}

RC_GTEST_PROP(DatesProperty, AnyTextGivesAnOrderedIntervalOrAnError, (const std::string& text)) {
  const auto read = read_date(text, DateOrder::day_first, true);
  if (read.ok()) RC_ASSERT(read.value().value.from <= read.value().value.to);
}

RC_GTEST_PROP(DatesProperty, AnyMixOfPiecesGivesAnOrderedIntervalOrAnError, ()) {
  const auto pieces =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "5", "03",    "2019", "0",  "99", "/",     "-",     " ",     "marzo", "a",
          "y", "entre", "de",   "XX", "?",  "10:00", "fines", "antes", "años",  "("}));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  const auto read = read_date(text, DateOrder::day_first);
  if (read.ok()) RC_ASSERT(read.value().value.from <= read.value().value.to);
}

}  // namespace
}  // namespace confronta::importers
