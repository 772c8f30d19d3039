#include "models/evidence/dna/family_tables.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "tests/models/support/dna.h"
#include "tests/models/support/map_shelf.h"

namespace confronta {
namespace {

using genetics::FamilyTable;
using genetics::GenotypeCall;
using genetics::Observation;
using genetics::Pedigree;
using genetics::Sex;
using test::MapShelf;

/// What a table is asked of; each test changes one part of it.
struct Question {
  Parameters parameters;
  std::string locus = "TPOX";
  std::vector<std::string> seen;
  std::vector<genetics::PedigreeRow> rows{{"f", "", "", Sex::male},
                                          {"m", "", "", Sex::female},
                                          {"x", "f", "m", Sex::male},
                                          {"y", "f", "m", Sex::female}};
  std::vector<Observation> observed{{3, GenotypeCall{0, 1}}};
  int missing = 2;
  double theta = 0.01;
};

/// The ladder stays as long as the asked table.
struct Asked {
  explicit Asked(const Question& q)
      : question(q),
        ladder(MatchPopulation{q.parameters, {}}.locus(q.locus, q.seen).value()),
        family(Pedigree::make(q.rows).value()) {}
  FamilyTable of(FamilyTables& known) const {
    return known.table(family, ladder, question.observed, question.missing, question.theta).value();
  }
  FamilyTable anew() const {
    return FamilyTable::make(family, {&ladder.locus, &ladder.mutation, question.observed},
                             question.missing, {question.theta, {}})
        .value();
  }
  Question question;
  MatchLocus ladder;
  Pedigree family;
};

void expect_equal(const FamilyTable& a, const FamilyTable& b) {
  EXPECT_EQ(a.numbers()->related, b.numbers()->related);
  EXPECT_EQ(a.numbers()->unrelated, b.numbers()->unrelated);
  EXPECT_EQ(a.numbers()->ratios, b.numbers()->ratios);
  EXPECT_EQ(a.family_likelihood().mantissa(), b.family_likelihood().mantissa());
  EXPECT_EQ(a.family_likelihood().exponent(), b.family_likelihood().exponent());
}

/// The question, and others that differ from it in one thing that a table depends on.
std::vector<Question> different_questions() {
  std::vector<Question> all(1);
  const auto other = [&]() -> Question& { return all.emplace_back(); };
  other().theta = 0.03;
  other().missing = 0;
  other().observed = {{3, GenotypeCall{0, 2}}};
  other().observed = {{1, GenotypeCall{0, 1}}};
  other().observed = {{3, GenotypeCall{0, genetics::not_called}}};
  other().observed = {{3, genetics::DetectedAlleles{{0, 1}, 0.1, 0.01}}};
  other().observed = {{3, genetics::DetectedAlleles{{0, 1}, 0.1, 0.02}}};
  other().observed = {{3, genetics::DetectedAlleles{{0}, 0.1, 0.01}}};
  other().observed = {{3, GenotypeCall{0, 1}}, {1, GenotypeCall{0, 0}}};
  other().seen = {"42"};  // a rare allele
  other().locus = "CSF1PO";
  other().rows[3].father = "";
  other().rows[3].sex = Sex::male;
  EXPECT_TRUE(other().parameters.set("genetics.mutation_male", 0.003).ok());
  EXPECT_TRUE(other().parameters.set("genetics.mutation_female", 0.003).ok());
  EXPECT_TRUE(other().parameters.set("genetics.mutation_range", 0.2).ok());
  EXPECT_TRUE(other().parameters.set("genetics.allele_table", 1).ok());
  return all;
}

TEST(FamilyTables, AreComputedOnce) {
  FamilyTables known;
  const Asked one{Question{}};
  Question renamed;
  renamed.rows[0].id = renamed.rows[2].father = renamed.rows[3].father = "somebody";
  const Asked other{renamed};  // another family with the same ties and calls
  const FamilyTable first = one.of(known);
  EXPECT_EQ(first.numbers(), one.of(known).numbers());
  EXPECT_EQ(first.numbers(), other.of(known).numbers());
  expect_equal(first, one.anew());
}

TEST(FamilyTables, OfWhatDiffersAreDifferent) {
  FamilyTables known;
  MapShelf shelf;
  FamilyTables shelved{&shelf};
  std::set<std::shared_ptr<const FamilyTable::Numbers>> distinct;
  const std::vector<Question> questions = different_questions();
  for (const Question& question : questions) {
    const Asked asked{question};
    const FamilyTable table = asked.of(known);
    expect_equal(table, asked.anew());
    distinct.insert(table.numbers());
    expect_equal(asked.of(shelved), table);
  }
  EXPECT_EQ(distinct.size(), questions.size());
  EXPECT_EQ(shelf.kept.size(), questions.size());
  // Another match reads them all, and computes none.
  FamilyTables next{&shelf};
  shelf.made = shelf.found = 0;
  for (const Question& question : questions) {
    const Asked asked{question};
    expect_equal(asked.of(next), asked.anew());
  }
  EXPECT_EQ(shelf.made, 0);
  EXPECT_EQ(shelf.found, static_cast<int>(questions.size()));
}

TEST(FamilyTables, ThatCannotBeReadAreComputedAndKeptAgain) {
  MapShelf shelf;
  const Asked asked{Question{}};
  {
    FamilyTables known{&shelf};
    asked.of(known);
  }
  ASSERT_EQ(shelf.kept.size(), 1U);
  std::string& bytes = shelf.kept.begin()->second;
  const std::string good = bytes;
  bytes.pop_back();
  FamilyTables known{&shelf};
  expect_equal(asked.of(known), asked.anew());
  EXPECT_EQ(bytes, good);
}

TEST(FamilyTables, OfAFamilyThatContradictsItselfAreAnErrorEachTime) {
  Parameters never = test::without_errors();
  Question question;
  question.parameters = never;
  question.observed = {{0, GenotypeCall{0, 0}}, {3, GenotypeCall{1, 1}}};
  const Asked asked{question};
  MapShelf shelf;
  FamilyTables known{&shelf};
  for (int times = 0; times < 2; ++times)
    EXPECT_EQ(known.table(asked.family, asked.ladder, question.observed, 2, 0).error().code,
              "genetics.family_impossible");
  EXPECT_TRUE(shelf.kept.empty());
}

TEST(FamilyTables, AreTheSameForAllThreads) {
  MapShelf shelf;
  FamilyTables known{&shelf};
  const std::vector<Question> questions = different_questions();
  std::vector<std::vector<double>> sums(4);
  std::vector<std::thread> threads;
  for (auto& mine : sums)
    threads.emplace_back([&known, &questions, &mine] {
      for (const Question& question : questions) {
        const Asked asked{question};
        for (const double ratio : asked.of(known).ratios()) mine.push_back(ratio);
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const auto& other : sums) EXPECT_EQ(other, sums[0]);
  EXPECT_EQ(shelf.kept.size(), questions.size());
}

}  // namespace
}  // namespace confronta
