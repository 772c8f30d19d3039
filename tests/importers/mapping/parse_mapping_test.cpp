#include <gtest/gtest.h>

#include <string>

#include "importers/mapping/mapping.h"
#include "importers/mapping/shipped.h"

namespace confronta::importers {
namespace {

constexpr const char* good = R"(name = "mine"
source = "mine"
kind = "report"
[id]
columns = "Folio"
[[rule]]
trait = "sex"
column = "Sexo"
)";

/// The good mapping with one line put in the place of another.
std::string with(std::string_view line, std::string_view instead) {
  std::string text = good;
  const auto at = text.find(line);
  return text.replace(at, line.size(), instead);
}

/// "LINE KEY ABOUT" of the error that a mapping has.
std::string error_of(std::string_view toml) {
  const auto mapping = parse_mapping(toml, "mine.toml");
  if (mapping.ok()) return "no error";
  EXPECT_EQ(mapping.error().code, "mapping.bad");
  EXPECT_EQ(mapping.error().arguments[0], "mine.toml");
  EXPECT_EQ(std::to_string(mapping.error().where.row), mapping.error().arguments[1]);
  const std::string key = mapping.error().arguments[2].substr(std::string{"@mapping.bad."}.size());
  return mapping.error().arguments[1] + ' ' + key + ' ' + mapping.error().arguments[3];
}

TEST(ParseMapping, ReadsASmallOne) {
  const auto mapping = parse_mapping(good, "mine.toml");
  ASSERT_TRUE(mapping.ok());
  EXPECT_EQ(mapping.value().name, "mine");
  EXPECT_EQ(mapping.value().kind, SubjectKind::report);
  EXPECT_FALSE(mapping.value().full_list);
  ASSERT_EQ(mapping.value().rules.size(), 1U);
  EXPECT_EQ(mapping.value().rules[0].trait, Trait::sex);
  EXPECT_EQ(mapping.value().text, good);
}

TEST(ParseMapping, NamesTheLineOfEachMistake) {
  EXPECT_EQ(error_of(with("trait = \"sex\"", "trait = \"sexo\"")), "7 unknown_trait sexo");
  EXPECT_EQ(error_of(with("column = \"Sexo\"", "colum = \"Sexo\"")), "8 unknown_key colum");
  EXPECT_EQ(error_of(with("column = \"Sexo\"", "values = { M = \"macho\" }")),
            "8 unknown_code macho");
  EXPECT_EQ(error_of(with("column = \"Sexo\"", "method = \"by eye\"")), "8 bad_word by eye");
  EXPECT_EQ(error_of(with("column = \"Sexo\"", "columns = { given = \"Sexo\" }")),
            "8 unknown_key given");
  EXPECT_EQ(error_of(with("column = \"Sexo\"", "column = 5")), "8 not_text column");
  EXPECT_EQ(error_of(with("kind = \"report\"", "kind = \"person\"")), "3 bad_word person");
  EXPECT_EQ(error_of(with("source = \"mine\"", "source = \"mi:ne\"")), "2 bad_word mi:ne");
  EXPECT_EQ(error_of(with("columns = \"Folio\"", "row_number = false")), "4 id_rule id");
}

TEST(ParseMapping, NamesTheLineOfBrokenToml) {
  const std::string error = error_of(with("source = \"mine\"", "source = \"mine"));
  EXPECT_EQ(error.substr(0, 9), "2 syntax ");
}

TEST(ParseMapping, SaysWhatIsMissing) {
  EXPECT_EQ(error_of("name = \"mine\"\n").substr(2), "missing_key source");
  EXPECT_EQ(error_of(with("column = \"Sexo\"", "")).substr(2), "missing_key column");
}

TEST(ParseMapping, TakesEveryShippedOneUnderItsFileName) {
  ASSERT_GE(shipped_mappings().size(), 13U);
  for (const ShippedMapping& shipped : shipped_mappings()) {
    const auto mapping = parse_mapping(shipped.toml, std::string{shipped.name});
    ASSERT_TRUE(mapping.ok()) << shipped.name << " line " << mapping.error().arguments[1] << ' '
                              << mapping.error().arguments[2] << ' '
                              << mapping.error().arguments[3];
    EXPECT_EQ(mapping.value().name, shipped.name);
    EXPECT_FALSE(mapping.value().required.empty()) << shipped.name;
  }
}

TEST(ParseMapping, KnowsNoOther) {
  const auto mapping = find_mapping("no_such_mapping");
  ASSERT_FALSE(mapping.ok());
  EXPECT_EQ(mapping.error().code, "mapping.unknown");
  EXPECT_NE(mapping.error().arguments[1].find("cnb_rnpdno"), std::string::npos);
}

}  // namespace
}  // namespace confronta::importers
