#include "models/stats/genetics/mutation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "models/domain/number_text.h"
#include "tests/models/stats/genetics/support/case_file.h"
#include "tests/support/source_path.h"

namespace confronta::genetics {
namespace {

Locus locus(Locus::Frequencies frequencies) {
  return Locus::make("L", std::move(frequencies)).value();
}

const Locus small = locus({{"8", 0.1}, {"9", 0.2}, {"9.3", 0.3}, {"10", 0.4}});

TransitionMatrix matrix(const Locus& locus, const MutationSpec& spec) {
  return mutation_matrix(locus, spec).value();
}

TEST(MutationMatrix, OfTheEqualModelByHand) {
  const auto m = matrix(small, {MutationKind::equal, 0.03, 0, 0});
  EXPECT_DOUBLE_EQ(m(1, 1), 0.97);
  EXPECT_DOUBLE_EQ(m(1, 3), 0.01);
}

TEST(MutationMatrix, OfTheProportionalModelKeepsTheFrequenciesAndTheRate) {
  const auto m = matrix(small, {MutationKind::proportional, 0.03, 0, 0});
  double changed = 0;
  for (int j = 0; j < 4; ++j) {
    double after = 0;
    for (int i = 0; i < 4; ++i) after += small.frequency(i) * m(i, j);
    EXPECT_NEAR(after, small.frequency(j), 1e-16);
    changed += small.frequency(j) * (1 - m(j, j));
  }
  EXPECT_NEAR(changed, 0.03, 1e-16);
}

// 8, 9 and 10 are one group, 9.3 another: from 9, 8 and 10 are one step away each.
TEST(MutationMatrix, OfTheStepwiseModelByHand) {
  const auto m = matrix(small, {MutationKind::stepwise, 0.03, 0.001, 0.5});
  EXPECT_DOUBLE_EQ(m(1, 0), 0.015);
  EXPECT_DOUBLE_EQ(m(1, 3), 0.015);
  EXPECT_DOUBLE_EQ(m(1, 2), 0.001);
  EXPECT_DOUBLE_EQ(m(1, 1), 1 - 0.031);
  EXPECT_DOUBLE_EQ(m(0, 1), 0.03 * 0.5 / 0.75);  // from 8: one step .5, two steps .25
  EXPECT_DOUBLE_EQ(m(2, 0), 0.001 / 3);          // 9.3 is alone in its group
  EXPECT_DOUBLE_EQ(m(2, 2), 1 - 0.001);
}

TEST(MutationMatrix, OfTheStepwiseModelWithoutAnotherGroupHasNoSecondRate) {
  const auto m = matrix(locus({{"8", 0.5}, {"9", 0.5}}), {MutationKind::stepwise, 0.03, 0.01, 0.5});
  EXPECT_DOUBLE_EQ(m(0, 0), 0.97);
  EXPECT_DOUBLE_EQ(m(0, 1), 0.03);
}

// From 8: 9, 9.3 and 10 are one, two and three ranks away, .5 + .25 + .125.
TEST(MutationMatrix, OfTheRankedModelByHand) {
  const auto m = matrix(small, {MutationKind::ranked, 0.035, 0, 0.5});
  EXPECT_DOUBLE_EQ(m(0, 1), 0.035 * 0.5 / 0.875);
  EXPECT_DOUBLE_EQ(m(0, 3), 0.035 * 0.125 / 0.875);
  EXPECT_DOUBLE_EQ(m(1, 0), 0.035 * 0.5 / 1.25);
  EXPECT_DOUBLE_EQ(m(2, 2), 1 - 0.035);
}

TEST(MutationMatrix, OfTheOneStepModelByHand) {
  const Locus gap = locus({{"8", 0.1}, {"9", 0.2}, {"10", 0.3}, {"14", 0.4}});
  const auto m = matrix(gap, {MutationKind::one_step, 0.02, 0, 0});
  EXPECT_DOUBLE_EQ(m(0, 1), 0.02);
  EXPECT_DOUBLE_EQ(m(1, 0), 0.01);
  EXPECT_DOUBLE_EQ(m(1, 3), 0);
  EXPECT_DOUBLE_EQ(m(3, 3), 1);
}

TEST(MutationMatrix, LeavesASilentAlleleAlone) {
  const Locus with = small.with_silent_allele(0.1).value();
  const MutationSpec spec{MutationKind::proportional, 0.03, 0, 0};
  const auto plain = matrix(small, spec);
  const auto m = matrix(with, spec);
  EXPECT_NEAR(m(1, 3), plain(1, 3), 1e-17);
  EXPECT_EQ(m(4, 4), 1);
  EXPECT_EQ(m(1, 4), 0);
  EXPECT_EQ(m(4, 1), 0);
}

TEST(MutationMatrix, OfASingleAlleleStays) {
  const Locus one = locus({{"8", 1.0}});
  for (const auto kind : {MutationKind::equal, MutationKind::proportional, MutationKind::stepwise,
                          MutationKind::ranked, MutationKind::one_step, MutationKind::dawid})
    EXPECT_EQ(matrix(one, {kind, 0.01, 0, 0.5})(0, 0), 1);
}

TEST(MutationMatrix, RefusesWhatIsNoProbability) {
  const auto code = [](const Locus& l, const MutationSpec& spec) {
    return mutation_matrix(l, spec).error().code;
  };
  EXPECT_EQ(code(small, {MutationKind::equal, -0.1, 0, 0}), "genetics.mutation_rate");
  EXPECT_EQ(code(small, {MutationKind::stepwise, 0.9, 0.2, 0.5}), "genetics.mutation_rate");
  EXPECT_EQ(code(small, {MutationKind::proportional, 0.99, 0, 0}), "genetics.mutation_rate");
  EXPECT_EQ(code(small, {MutationKind::stepwise, 0.01, 0, 1.0}), "genetics.mutation_range");
  EXPECT_EQ(code(small, {MutationKind::one_step, 0.01, 0, 0}), "genetics.mutation_names");
  EXPECT_EQ(code(locus({{"A", 0.5}, {"B", 0.5}}), {MutationKind::stepwise, 0.01, 0, 0.5}),
            "genetics.mutation_names");
}

TEST(MutationMatrix, TransformedIsReversibleAndKeepsTheRate) {
  for (const auto transform :
       {Reversible::metropolis_hastings, Reversible::barker, Reversible::preserved_rate}) {
    MutationSpec spec{MutationKind::stepwise, 0.01, 0.001, 0.3};
    const auto plain = matrix(small, spec);
    spec.transform = transform;
    const auto m = matrix(small, spec);
    double rate = 0, before = 0;
    for (int i = 0; i < 4; ++i) {
      EXPECT_NEAR(m.row_sum(i), 1, 1e-15);
      rate += small.frequency(i) * (1 - m(i, i));
      before += small.frequency(i) * (1 - plain(i, i));
      for (int j = 0; j < 4; ++j)
        EXPECT_NEAR(small.frequency(i) * m(i, j), small.frequency(j) * m(j, i), 1e-17);
    }
    EXPECT_NEAR(rate, before, 1e-16);
  }
}

// --- the shared matrices, made by pedmut
// ----------------------------------------------------------

struct PublishedMatrix {
  std::vector<std::string> alleles;
  std::vector<std::vector<double>> rows;
};

PublishedMatrix read(const std::filesystem::path& file) {
  PublishedMatrix published;
  std::ifstream in(file);
  std::string line, cell;
  std::getline(in, line);
  std::stringstream header(line);
  std::getline(header, cell, ',');
  while (std::getline(header, cell, ',')) published.alleles.push_back(cell);
  while (std::getline(in, line)) {
    std::stringstream fields(line);
    std::getline(fields, cell, ',');
    auto& row = published.rows.emplace_back();
    while (std::getline(fields, cell, ',')) row.push_back(parse_number(cell).value());
    if (published.alleles.front() == "freq") row.erase(row.begin());
  }
  if (published.alleles.front() == "freq") published.alleles.erase(published.alleles.begin());
  return published;
}

// "TH01_stepwise_0.002_1e-05_0.1_transformBA": locus, model, its numbers, the transform.
MutationSpec spec_of(const std::string& name) {
  std::vector<std::string> parts;
  std::stringstream in(name);
  for (std::string part; std::getline(in, part, '_');) parts.push_back(part);
  MutationSpec spec;
  spec.rate = parse_number(parts[2]).value();
  if (parts[1] == "proportional") spec.kind = MutationKind::proportional;
  if (parts[1] == "onestep") spec.kind = MutationKind::one_step;
  if (parts[1] == "dawid") {
    spec.kind = MutationKind::dawid;
    spec.range = parse_number(parts[3]).value();
  }
  if (parts[1] == "stepwise") {
    spec.kind = MutationKind::stepwise;
    spec.rate2 = parse_number(parts[3]).value();
    spec.range = parse_number(parts[4]).value();
  }
  if (parts.back() == "transformMH") spec.transform = Reversible::metropolis_hastings;
  if (parts.back() == "transformBA") spec.transform = Reversible::barker;
  if (parts.back() == "transformPR") spec.transform = Reversible::preserved_rate;
  return spec;
}

TEST(MutationMatrix, EqualsThoseOfPedmut) {
  const std::filesystem::path folder =
      confronta::test::source_path("../shared/cases/genetics/mutation_matrices");
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the shared cases are not here";
  const test::Json frequencies = test::read_json(folder / "../freqs/fbi_sw_hispanic.json");
  int compared = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().stem().string();
    if (name.find("transformPM") != std::string::npos) continue;  // a method that is not here
    const auto published = read(entry.path());
    const std::string marker = name.substr(0, name.find('_'));
    const Locus l = test::locus_of(marker, frequencies[marker], Inheritance::autosomal);
    ASSERT_EQ(l.alleles(), published.alleles);
    const auto made = mutation_matrix(l, spec_of(name));
    ASSERT_TRUE(made.ok()) << name << " " << made.error().code;
    const TransitionMatrix& m = made.value();
    for (int i = 0; i < m.size(); ++i)
      for (int j = 0; j < m.size(); ++j) {
        const double expected =
            published.rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
        EXPECT_NEAR(m(i, j), expected, 1e-12 * expected) << name << " " << i << " " << j;
      }
    ++compared;
  }
  EXPECT_GT(compared, 10);
}

}  // namespace
}  // namespace confronta::genetics
