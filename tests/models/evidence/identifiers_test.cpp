#include <gtest/gtest.h>

#include "models/evidence/identifiers/weights.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

Identifier curp(std::string value, bool valid = true) { return {"curp", std::move(value), valid}; }
Identifier folio(std::string type, std::string value) {
  return {std::move(type), std::move(value), true};
}
PersonName surname(std::string first) { return {"", std::move(first), "", ""}; }

constexpr const char* key = "GAHL850312HJCRRS05";
constexpr const char* ending = "GAHL850312HJCRRS13";      // the same sixteen letters
constexpr const char* misspelt = "GAHL850312HJCRSS05";    // one letter
constexpr const char* transposed = "GAHL850321HJCRRS05";  // two neighbours change places
constexpr const char* another = "MERP900722MDFNZT08";

TEST(IdentifierKeys, AgreementsFallIntoClasses) {
  const auto compare = [](const char* a, const char* b) { return compare_keys(0, a, b, true); };
  EXPECT_EQ(compare(key, key), KeyAgreement::equal);
  EXPECT_EQ(compare_keys(0, key, key, false), KeyAgreement::close);
  EXPECT_EQ(compare(key, ending), KeyAgreement::stem);
  EXPECT_EQ(compare(key, misspelt), KeyAgreement::close);
  EXPECT_EQ(compare(key, transposed), KeyAgreement::close);
  EXPECT_EQ(compare(key, another), KeyAgreement::different);
}

TEST(IdentifierKeys, RelationsAreFoundByEitherEnd) {
  const std::vector<std::string> values{misspelt, transposed,           key,    ending,
                                        another,  "XAHL850312HJCRRS05", "SHORT"};
  const auto related = related_keys(0, values);
  EXPECT_EQ(related[2].size(), 4U);  // all but itself, another and the short one
  EXPECT_TRUE(related[4].empty());
  EXPECT_TRUE(related[6].empty());
}

/// A body for each class of agreement with `key`, in a context.
std::vector<TraitTable::Row> bodies(Context surnames, Context births) {
  std::vector<TraitTable::Row> rows;
  for (const char* value : {another, misspelt, ending, key}) {
    auto row = remains("B:" + std::to_string(rows.size())).value(Trait::identifier, curp(value));
    if (surnames == Context::agree) row.value(Trait::name, surname("GARCIA"));
    if (surnames == Context::differ) row.value(Trait::name, surname("MENDOZA"));
    if (births == Context::agree) row.date(Trait::birth_date, "1985-03-12");
    if (births == Context::differ) row.date(Trait::birth_date, "1990-07-22");
    rows.push_back(row);
  }
  return rows;
}

// The population is that of the keys that people carry; in every context of names and dates its
// four classes have the shares of personal_key_chances.
TEST(Identifiers, LikelihoodRatiosSumToOneInEveryContext) {
  const auto left = table_of({report("A:1")
                                  .value(Trait::identifier, curp(key))
                                  .value(Trait::name, surname("GARCIA"))
                                  .date(Trait::birth_date, "1985-03-12")});
  for (const Context surnames : {Context::absent, Context::agree, Context::differ})
    for (const Context births : {Context::absent, Context::agree, Context::differ}) {
      const TraitTable right{bodies(surnames, births)};
      const auto model = test::prepare("identifiers", Relation::identity, left, right);
      const KeyChances chances = personal_key_chances({}, 0, surnames, births);
      double sum = 0;
      double population = 0;
      for (RowId r = 0; r < 4; ++r) {
        sum += chances.other[r] * lr_of(*model.evidence, 0, r);
        population += chances.other[r];
      }
      EXPECT_NEAR(population, 1, 1e-12);
      EXPECT_NEAR(sum, 1, 1e-4);
      EXPECT_DOUBLE_EQ(model.evidence->explain(0, 3).details.front().p_h2.value(),
                       chances.other[3]);
      test::expect_explained(*model.evidence, left, right);
    }
}

// What a label on two parts says of the person speaks there too; a case file is of the finding.
TEST(Identifiers, PartsAreComparedByKeysAndPersonalFoliosOnly) {
  const auto left = table_of({remains("A:1")
                                  .value(Trait::identifier, curp(key))
                                  .value(Trait::identifier, folio("case_file", "CI/4012/2023"))});
  const TraitTable right{bodies(Context::absent, Context::absent)};
  const auto model = test::prepare("identifiers", Relation::part, left, right);
  const KeyChances chances = personal_key_chances({}, 0, Context::absent, Context::absent);
  double sum = 0;
  for (RowId r = 0; r < 4; ++r) sum += chances.other[r] * lr_of(*model.evidence, 0, r);
  EXPECT_NEAR(sum, 1, 1e-4);
  test::expect_explained(*model.evidence, left, right);

  const auto same_case =
      table_of({remains("B:1").value(Trait::identifier, folio("case_file", "CI/4012/2023"))});
  const auto parts = test::prepare("identifiers", Relation::part, left, same_case);
  const auto bodies = test::prepare("identifiers", Relation::same_body, left, same_case);
  EXPECT_EQ(score_of(*parts.evidence, 0, 0), Score{});
  EXPECT_GT(score_of(*bodies.evidence, 0, 0), Score{});
  test::expect_explained(*parts.evidence, left, same_case);
}

// A report's case file is opened by the family, that of remains by their finding.
TEST(Identifiers, AnotherCaseFileHardlySpeaksBetweenReportsAndRemains) {
  const auto left =
      table_of({report("A:1").value(Trait::identifier, folio("case_file", "CI/4012/2023"))});
  const auto right =
      table_of({remains("B:1").value(Trait::identifier, folio("case_file", "CI/4999/2023"))});
  const auto identity = test::prepare("identifiers", Relation::identity, left, right);
  EXPECT_LT(score_of(*identity.evidence, 0, 0).log10(), 0);
  EXPECT_GT(score_of(*identity.evidence, 0, 0).log10(), -0.03);
}

TEST(Identifiers, FoliosSumToOneAsWell) {
  for (std::size_t type = personal_keys; type < identifier_types; ++type) {
    const std::string name{identifier_type_name(type)};
    const std::string value = "4B1D2E3F0-AAAA-BBBB-CCCC-0123456789AB";
    const auto left = table_of({report("A:1").value(Trait::identifier, folio(name, value))});
    const auto right =
        table_of({remains("B:1").value(Trait::identifier, folio(name, value)),
                  remains("B:2").value(Trait::identifier, folio(name, "9" + value))});
    const auto model = test::prepare("identifiers", Relation::identity, left, right);
    const double u = folio_chances({}, Relation::identity, type, 0, value.size(), 1).other[3];
    EXPECT_NEAR(u * lr_of(*model.evidence, 0, 0) + (1 - u) * lr_of(*model.evidence, 0, 1), 1, 1e-4)
        << name;
    EXPECT_GT(score_of(*model.evidence, 0, 0), Score{});
    EXPECT_LT(score_of(*model.evidence, 0, 1), Score{});
  }
}

// CURP = name + birth date + state + ending. With names and dates weighed elsewhere, an equal CURP
// adds (1 - .03 - .01 - .03) / 10^-2; alone, as much as the rate of other people's keys allows.
TEST(Identifiers, AKeyAddsOnlyWhatNamesAndDatesDoNotSay) {
  const auto left = table_of({report("A:1")
                                  .value(Trait::identifier, curp(key))
                                  .value(Trait::name, surname("GARCIA"))
                                  .date(Trait::birth_date, "1985-03-12")});
  const auto equal_in = [&](Context surnames, Context births) {
    const TraitTable right{bodies(surnames, births)};
    const auto model = test::prepare("identifiers", Relation::identity, left, right);
    return lr_of(*model.evidence, 0, 3);
  };
  EXPECT_NEAR(equal_in(Context::agree, Context::agree), 0.93 / 0.01, 0.02);
  EXPECT_NEAR(equal_in(Context::agree, Context::absent), 0.93 / 1e-6, 100);
  EXPECT_NEAR(equal_in(Context::absent, Context::absent), 0.93 / 3e-7, 500);
}

// A wrong document is wrong in name, date and key at once: its key is no second witness against.
TEST(Identifiers, AnotherKeyIsBoundedAndNoSecondWitness) {
  const auto left = table_of(
      {report("A:1").value(Trait::identifier, curp(key)).value(Trait::name, surname("GARCIA"))});
  const TraitTable same_name{bodies(Context::agree, Context::absent)};
  const TraitTable other_name{bodies(Context::differ, Context::absent)};
  const auto strong = test::prepare("identifiers", Relation::identity, left, same_name);
  const auto weak = test::prepare("identifiers", Relation::identity, left, other_name);
  EXPECT_NEAR(lr_of(*strong.evidence, 0, 0), 0.03, 1e-4);
  EXPECT_NEAR(lr_of(*weak.evidence, 0, 0), 0.5, 1e-3);
}

TEST(Identifiers, ACaseFileIsWeakerThanASearchFolioAndASharedOneWeaker) {
  const std::string long_folio = "FED/SDHPDSC/UNAI/2021/0000123";
  std::vector<TraitTable::Row> rows{
      remains("B:00").value(Trait::identifier, folio("case_file", long_folio)),
      remains("B:01").value(Trait::identifier, folio("fub", long_folio))};
  for (int i = 10; i < 30; ++i)
    rows.push_back(remains("B:" + std::to_string(i))
                       .value(Trait::identifier, folio("case_file", "MASS/GRAVE/2019/00001")));
  const TraitTable right{rows};
  const auto left = table_of(
      {report("A:1").value(Trait::identifier, folio("case_file", long_folio)),
       report("A:2").value(Trait::identifier, folio("fub", long_folio)),
       report("A:3").value(Trait::identifier, folio("case_file", "MASS/GRAVE/2019/00001"))});
  const auto model = test::prepare("identifiers", Relation::identity, left, right);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.05 / 1e-3, 0.1);
  EXPECT_NEAR(lr_of(*model.evidence, 1, 1), 0.7 / 1e-6, 50);
  EXPECT_EQ(score_of(*model.evidence, 2, 2), Score{});  // 20 of 22 records carry it
}

// An expediente of a search commission is never a forensic service's case file: their difference is
// none. Two case files of one form may differ, and that weighs a little.
TEST(Identifiers, OnlyFoliosOfOneFormCanDisagree) {
  const auto left =
      table_of({report("A:1").value(Trait::identifier, folio("case_file", "CBP/00131/2023")),
                report("A:2").value(Trait::identifier, folio("case_file", "CI/77/2023"))});
  const auto right =
      table_of({remains("B:1").value(Trait::identifier, folio("case_file", "CI/4012/2023"))});
  const auto model = test::prepare("identifiers", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "identifiers.no_common_type");
  EXPECT_LT(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_EQ(folio_form(5, "CBP/00131/2023"), "CBP/9/9");
  EXPECT_EQ(folio_form(3, "1A2"), "");  // the search folio: one issuer
  test::expect_explained(*model.evidence, left, right);
}

TEST(Identifiers, AnEqualFolioIsPostedAndBoundsTheRest) {
  const auto left = table_of({report("A:1").value(Trait::identifier, curp(key)),
                              report("A:2").value(Trait::identifier, folio("fub", "X"))});
  const TraitTable right{bodies(Context::absent, Context::absent)};
  const auto model = test::prepare("identifiers", Relation::identity, left, right);
  std::vector<RowId> posted;
  model.evidence->positives(0, posted);
  EXPECT_EQ(posted, (std::vector<RowId>{1, 2, 3}));
  EXPECT_LE(score_of(*model.evidence, 0, 0), model.evidence->sparse_ceiling(0));
  posted.clear();
  model.evidence->positives(1, posted);
  EXPECT_TRUE(posted.empty());
}

TEST(Identifiers, NothingInCommonSaysNothing) {
  const auto left = table_of({report("A:1").value(Trait::identifier, curp(key)), report("A:2")});
  const auto right =
      table_of({remains("B:1").value(Trait::identifier, folio("fub", "X")), remains("B:2"),
                remains("B:3").state(Trait::identifier, ObservationState::redacted)});
  const auto model = test::prepare("identifiers", Relation::identity, left, right);
  for (RowId l = 0; l < 2; ++l)
    for (RowId r = 0; r < 3; ++r) EXPECT_EQ(score_of(*model.evidence, l, r), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "identifiers.no_common_type");
  EXPECT_EQ(model.evidence->explain(0, 2).state, ObservationState::redacted);
  test::expect_explained(*model.evidence, left, right);
}

TEST(Identifiers, OnlyOneKeyOfAPersonIsCounted) {
  const Identifier rfc{"rfc", "GAHL850312AB1", true};
  const auto left =
      table_of({report("A:1").value(Trait::identifier, curp(key)).value(Trait::identifier, rfc),
                report("A:2").value(Trait::identifier, curp(key))});
  const auto right =
      table_of({remains("B:1").value(Trait::identifier, curp(key)).value(Trait::identifier, rfc)});
  const auto model = test::prepare("identifiers", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 1, 0));
}

}  // namespace
}  // namespace confronta
