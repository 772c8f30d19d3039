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

TEST(SampleErrors, AreTheLaboratorysWhereStated) {
  DnaProfile profile{"M", "", {{"TH01", {}, {}}}, true, 0.33, 0.07};
  EXPECT_EQ(sample_errors(profile, true, model), (SampleErrors{0.33, 0.07}));
  profile.dropout = 0;
  profile.dropin = 0;
  EXPECT_EQ(sample_errors(profile, true, model), SampleErrors{});
}

TEST(SampleErrors, AreNoneOfAFullProfileUnlessDegraded) {
  const DnaProfile profile{"M", "", {{"TH01", {"6", "7"}, {}}}};
  EXPECT_EQ(sample_errors(profile, false, model), SampleErrors{});
  EXPECT_EQ(sample_errors(profile, true, model), (SampleErrors{0.02, 0.01}));
}

TEST(SampleErrors, AreTheShareOfCopiesLost) {
  // 4 loci, 8 copies: 2 lost at the empty one, 1 at the single one = 3/8, in steps of .02: .38
  const DnaProfile profile{
      "M", "", {{"A", {"6", "7"}, {}}, {"B", {}, {}}, {"C", {"6"}, {}}, {"D", {"6", "6"}, {}}}};
  const SampleErrors errors = sample_errors(profile, false, model);
  EXPECT_NEAR(errors.dropout, 0.38, 1e-12);
  EXPECT_EQ(errors.dropin, 0.01);
  EXPECT_EQ(sample_errors({"M", "", {{"A", {}, {}}}}, false, model).dropout, 0.8);  // at most
}

TEST(SampleErrors, FallWithPeakHeights) {
  const auto of = [](double height) {
    return sample_errors({"M", "", {{"A", {"6", "7"}, {height, height}}}}, false, model).dropout;
  };
  EXPECT_NEAR(of(60), 0.5, 1e-12);    // half_height
  EXPECT_NEAR(of(100), 0.10, 1e-12);  // 1 / (1 + (5/3)^4.35) = .098
  EXPECT_EQ(of(1500), 0);
  // A homozygote's one peak of 200 is two copies of 100.
  EXPECT_NEAR(sample_errors({"M", "", {{"A", {"6", "6"}, {200, 200}}}}, false, model).dropout, 0.10,
              1e-12);
}

}  // namespace
}  // namespace confronta::genetics
