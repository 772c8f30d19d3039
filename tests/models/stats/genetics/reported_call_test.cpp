#include "models/stats/genetics/reported_call.h"

#include <gtest/gtest.h>

namespace confronta::genetics {
namespace {

const Locus locus = Locus::make("TH01", {{"6", 0.3}, {"7", 0.3}, {"9.3", 0.4}}).value();
const DropoutModel model{Parameters{}};

Call must(const LocusCall& call, const SampleErrors& errors = {}) {
  const auto read = reported_call(call, locus, errors);
  EXPECT_TRUE(read);
  return read.value_or(GenotypeCall{});
}

TEST(ReportedCall, IsAGenotypeWithoutDropOut) {
  EXPECT_EQ(must({"TH01", {"9.3", "6"}, {}}), Call(GenotypeCall{2, 0}));
  EXPECT_EQ(must({"TH01", {"7", "7"}, {}}), Call(GenotypeCall{1, 1}));
  EXPECT_EQ(must({"TH01", {"7"}, {}}), Call(GenotypeCall{1, not_called}));
  EXPECT_EQ(must({"TH01", {"OL", "7"}, {}}), Call(GenotypeCall{1, not_called}));
  EXPECT_FALSE(reported_call({"TH01", {}, {}}, locus, {}));
  EXPECT_FALSE(reported_call({"TH01", {"OL", "OL"}, {}}, locus, {}));
}

TEST(ReportedCall, IsTheSetSeenWithDropOut) {
  const SampleErrors errors{0.2, 0.01};
  EXPECT_EQ(must({"TH01", {"7", "7"}, {}}, errors), Call(DetectedAlleles{{1}, 0.2, 0.01}));
  EXPECT_EQ(must({"TH01", {"9.3", "6"}, {}}, errors), Call(DetectedAlleles{{0, 2}, 0.2, 0.01}));
  EXPECT_EQ(must({"TH01", {}, {}}, errors), Call(DetectedAlleles{{}, 0.2, 0.01}));
  EXPECT_FALSE(reported_call({"TH01", {"OL", "7"}, {}}, locus, errors));
}

TEST(ReportedCall, ThatCannotBeUsedIsKnown) {
  const LocusCall three{"TH01", {"6", "7", "9.3"}, {}}, foreign{"TH01", {"6", "8"}, {}};
  EXPECT_TRUE(refused(three, locus));
  EXPECT_TRUE(refused(foreign, locus));
  EXPECT_FALSE(reported_call(three, locus, {}));
  EXPECT_FALSE(reported_call(foreign, locus, {}));
  EXPECT_FALSE(refused({"TH01", {"6", "OL"}, {}}, locus));
}

TEST(SampleErrors, AMansOneAlleleOnXIsNoneLost) {
  DnaProfile profile{"M", "", {}};
  for (const char* name : {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"})
    profile.loci.push_back({name, {"6", "7"}, {}});
  for (const char* name : {"DXS10074", "DXS10079", "DXS10101", "DXS10103", "DXS10134", "DXS10135",
                           "DXS10146", "DXS10148", "DXS7132", "DXS7423", "DXS8378", "HPRTB"})
    profile.loci.push_back({name, {"6"}, {}});
  EXPECT_EQ(sample_errors(profile, SampleState::trace, model), SampleErrors{});
  EXPECT_EQ(sample_errors(profile, SampleState::reference, model), SampleErrors{});
}

TEST(SampleErrors, AreTheLaboratorysWhereStated) {
  DnaProfile profile{"M", "", {{"TH01", {}, {}}}, true, 0.33, 0.07};
  EXPECT_EQ(sample_errors(profile, SampleState::degraded, model), (SampleErrors{0.33, 0.07}));
  profile.dropout = 0;
  profile.dropin = 0;
  EXPECT_EQ(sample_errors(profile, SampleState::degraded, model), SampleErrors{});
}

TEST(SampleErrors, AreNoneOfAFullProfileUnlessDegraded) {
  const DnaProfile profile{"M", "", {{"TH01", {"6", "7"}, {}}}};
  EXPECT_EQ(sample_errors(profile, SampleState::reference, model), SampleErrors{});
  EXPECT_EQ(sample_errors(profile, SampleState::degraded, model), (SampleErrors{0.02, 0.01}));
}

TEST(SampleErrors, AreTheShareOfCopiesLost) {
  // 4 loci, 8 copies: 2 lost at the empty one, 1 at the single one = 3/8, in steps of .02: .38
  const DnaProfile profile{
      "M", "", {{"A", {"6", "7"}, {}}, {"B", {}, {}}, {"C", {"6"}, {}}, {"D", {"6", "6"}, {}}}};
  const SampleErrors errors = sample_errors(profile, SampleState::reference, model);
  EXPECT_NEAR(errors.dropout, 0.38, 1e-12);
  EXPECT_EQ(errors.dropin, 0.01);
  EXPECT_EQ(sample_errors({"M", "", {{"A", {}, {}}}}, SampleState::reference, model).dropout,
            0.8);  // at most
}

/// Loci with two alleles, with one (written twice) and with none.
DnaProfile profile_with(int two, int one, int none) {
  DnaProfile profile{"M", "", {}};
  for (int k = 0; k < two + one + none; ++k) {
    std::vector<std::string> alleles;
    if (k < two + one) alleles = {"6", k < two ? "7" : "6"};
    profile.loci.push_back({"L" + std::to_string(k), std::move(alleles), {}});
  }
  return profile;
}

// h = .79, 23 loci. P(1) = .21 (1 - d^2) + 1.58 d (1 - d), P(2) = .79 (1 - d)^2. Of 13 loci with
// one allele and 10 with two 13 ln P(1) + 10 ln P(2) is greatest at d = .20 (P(1) = .4544, P(2) =
// .5056), 263 times as probable as at 0; of 7 and 16 at .06, 1.6 times.
TEST(SampleErrors, RiseWithMoreHomozygotesThanPeopleHave) {
  const auto of = [](int one, SampleState state) {
    return sample_errors(profile_with(23 - one, one, 0), state, model).dropout;
  };
  EXPECT_NEAR(of(13, SampleState::trace), 0.20, 1e-12);
  EXPECT_NEAR(of(13, SampleState::degraded), 0.20, 1e-12);
  EXPECT_EQ(of(13, SampleState::reference), 0) << "a relative's parents may be cousins";
  // Eight: .08, 2.7 times.
  EXPECT_NEAR(of(8, SampleState::trace), 0.08, 1e-12);
  EXPECT_EQ(of(7, SampleState::trace), 0);
  EXPECT_NEAR(of(7, SampleState::degraded), 0.06, 1e-12);
  EXPECT_NEAR(of(3, SampleState::degraded), model.least, 1e-12);
  EXPECT_EQ(of(3, SampleState::trace), 0);
}

TEST(SampleErrors, AreNotReadOffAFewHomozygotes) {
  EXPECT_EQ(sample_errors(profile_with(0, 9, 0), SampleState::trace, model).dropout, 0);
  EXPECT_EQ(sample_errors(profile_with(0, 9, 0), SampleState::degraded, model).dropout,
            model.least);
  EXPECT_GT(sample_errors(profile_with(0, 10, 0), SampleState::trace, model).dropout, 0.3);
}

TEST(SampleErrors, AreTheGreatestOfTheEstimates) {
  // A locus with nothing: one copy in twenty by the share; the homozygotes tell of more.
  EXPECT_GT(sample_errors(profile_with(7, 12, 1), SampleState::trace, model).dropout, 0.2);
  EXPECT_LT(sample_errors(profile_with(7, 12, 1), SampleState::reference, model).dropout, 0.1);
}

TEST(SampleErrors, FallWithPeakHeights) {
  const auto of = [](double height) {
    return sample_errors({"M", "", {{"A", {"6", "7"}, {height, height}}}}, SampleState::reference,
                         model)
        .dropout;
  };
  EXPECT_NEAR(of(60), 0.5, 1e-12);    // half_height
  EXPECT_NEAR(of(100), 0.10, 1e-12);  // 1 / (1 + (5/3)^4.35) = .098
  EXPECT_EQ(of(1500), 0);
  // A homozygote's one peak of 200 is two copies of 100.
  EXPECT_NEAR(
      sample_errors({"M", "", {{"A", {"6", "6"}, {200, 200}}}}, SampleState::reference, model)
          .dropout,
      0.10, 1e-12);
}

}  // namespace
}  // namespace confronta::genetics
