#include "app/joint_note.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "models/data/allele_tables.h"
#include "tests/models/support/dna.h"

namespace confronta::app {
namespace {

using genetics::Families;
using genetics::Sex;

double frequency(std::string_view allele) {
  const auto counts = counts_of(allele_tables().front(), "TPOX");
  double all = 0, own = 0;
  for (const auto& one : counts->alleles) {
    all += one.copies;
    if (one.name == allele) own = one.copies;
  }
  return own / all;
}

/// Two brothers, A:1 and A:2, are missing from one family, and A:3 from none.
class JointNotes : public ::testing::Test {
 protected:
  static Families brothers() {
    auto family = test::made_up_family("F:1",
                                       {{{"father", "", "", Sex::male}, {}},
                                        {{"mother", "", "", Sex::female}, {{"TPOX", {"8", "8"}}}},
                                        {{"one", "father", "mother", Sex::male}, {}},
                                        {{"two", "father", "mother", Sex::male}, {}}},
                                       "one", "A:1");
    family.missing.push_back({3, "A:2"});
    return Families{{std::move(family)}};
  }
  JointNotes() {
    relation_.names.emplace_back("kinship");
    relation_.models.push_back(std::move(model_.evidence));
  }
  std::optional<JointNote> note(const std::map<std::string, std::string>& likely, RowId left,
                                RowId right) const {
    return joint_note(
        relation_,
        [&](const std::string& report) {
          const auto at = likely.find(report);
          return at == likely.end() ? std::nullopt : std::optional{at->second};
        },
        left, right);
  }

  const Parameters parameters_ = test::without_errors();
  const Families families_ = brothers();
  const TraitTable left_ =
      test::table_of({test::report("A:1"), test::report("A:2"), test::report("A:3")});
  const TraitTable right_ = test::table_of(
      {test::typed(test::remains("B:1"), {{"TPOX", {"8", "9"}}}),
       test::typed(test::remains("B:2"), {{"TPOX", {"8", "9"}}}), test::remains("B:3")});
  test::PreparedModel model_ =
      test::prepare_with_families("kinship", left_, right_, families_, parameters_);
  PreparedRelation relation_{Relation::identity, &left_, &right_, {}, {}};
};

// Alone each body is 1 / (2 p8). Both have the 9 of one father: of one of his alleles with 1/2
// (p9), else of either (p9 squared). docs/method/dna.md.
TEST_F(JointNotes, SayWhatABrothersBodyAdds) {
  const auto found = note({{"A:1", "B:1"}, {"A:2", "B:2"}, {"A:3", "B:3"}}, 0, 0);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->others, (std::vector<std::pair<std::string, std::string>>{{"A:2", "B:2"}}));
  const double p9 = frequency("9");
  EXPECT_NEAR(found->bans, std::log10((1 + p9) / (2 * p9)), 1e-9);
  const std::string spanish = joint_text(Language::spanish, *found);
  EXPECT_NE(spanish.find("A:2 = B:2"), std::string::npos) << spanish;
  EXPECT_NE(joint_text(Language::english, *found).find("A:2 = B:2"), std::string::npos);
}

TEST_F(JointNotes, AreOfTheRemainsThatTheRunThinksLikely) {
  // The brother's likely body has no profile, or is the very one asked of.
  for (const char* other : {"B:3", "B:1", "elsewhere"}) {
    const auto found = note({{"A:2", other}}, 0, 0);
    ASSERT_TRUE(found) << other;
    EXPECT_NEAR(found->bans, 0, 1e-12) << other;
    EXPECT_EQ(found->others.size(), std::string{other} == "B:3" ? 1U : 0U) << other;
  }
  const auto alone = note({}, 1, 1);
  ASSERT_TRUE(alone);
  EXPECT_EQ(joint_text(Language::english, *alone).find("A:1"), std::string::npos);
}

TEST_F(JointNotes, AreNotOfAFamilyThatLooksForOne) { EXPECT_FALSE(note({}, 2, 0)); }

TEST(JointNote, TakesARunsPairsThatAreMoreLikelyThanNot) {
  confronta::Run run;
  const auto add = [&](Relation relation, const char* left, const char* right, double posterior) {
    RunPair pair;
    pair.relation = relation;
    pair.left = left;
    pair.right = right;
    pair.posterior = posterior;
    run.pairs.push_back(pair);
  };
  add(Relation::duplicate, "A:1", "A:2", 0.9);
  add(Relation::identity, "A:1", "B:1", 0.4);
  add(Relation::identity, "A:1", "B:2", 0.6);
  add(Relation::identity, "A:2", "B:1", 0.5);
  EXPECT_EQ(likely_in(run)("A:1"), "B:2");
  EXPECT_EQ(likely_in(run)("A:2"), std::nullopt);
}

}  // namespace
}  // namespace confronta::app
