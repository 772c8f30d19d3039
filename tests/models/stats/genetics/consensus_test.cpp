#include "models/stats/genetics/consensus.h"

#include <gtest/gtest.h>

namespace confronta::genetics {
namespace {

using Alleles = std::vector<std::string>;

/// The consensus of samples that each call one locus.
Consensus of(const std::vector<Alleles>& calls) {
  std::vector<DnaProfile> profiles;
  for (std::size_t i = 0; i < calls.size(); ++i)
    profiles.push_back({"M" + std::to_string(i + 1), "", {{"TH01", calls[i], {}}}});
  std::vector<const DnaProfile*> samples;
  for (const DnaProfile& profile : profiles) samples.push_back(&profile);
  return consensus(samples);
}

Alleles agreed(const std::vector<Alleles>& calls) {
  const Consensus made = of(calls);
  EXPECT_TRUE(made.conflicts.empty());
  return made.profile.loci.empty() ? Alleles{"(left out)"} : made.profile.loci[0].alleles;
}

TEST(Consensus, KeepsWhatAllSay) {
  EXPECT_EQ(agreed({{"6", "9.3"}, {"9.3", "6"}}), (Alleles{"6", "9.3"}));
  EXPECT_EQ(agreed({{"7", "7"}, {}}), (Alleles{"7", "7"}));
  EXPECT_EQ(agreed({{}, {}}), Alleles{});
}

TEST(Consensus, FillsInPartialCalls) {
  EXPECT_EQ(agreed({{"6"}, {"6", "9.3"}}), (Alleles{"6", "9.3"}));
  EXPECT_EQ(agreed({{"6"}, {"9.3"}}), (Alleles{"6", "9.3"}));
  EXPECT_EQ(agreed({{"6"}, {"6"}, {}}), Alleles{"6"});
  EXPECT_EQ(agreed({{"6", "OL"}, {"6", "7"}}), (Alleles{"6", "7"}));
}

TEST(Consensus, LeavesOutWhatContradicts) {
  for (const auto& calls : std::vector<std::vector<Alleles>>{{{"6", "7"}, {"6", "8"}},
                                                             {{"6", "6"}, {"6", "7"}},
                                                             {{"6"}, {"7", "8"}},
                                                             {{"6"}, {"7"}, {"8"}}}) {
    const Consensus made = of(calls);
    EXPECT_TRUE(made.profile.loci.empty());
    ASSERT_EQ(made.conflicts.size(), 1U);
    EXPECT_EQ(made.conflicts[0].locus, "TH01");
    EXPECT_EQ(made.conflicts[0].samples.front(), "M1");
    EXPECT_EQ(made.conflicts[0].alleles, calls);
  }
}

TEST(Consensus, KeepsThreeAllelesWhereAllAgree) {
  EXPECT_EQ(agreed({{"6", "7", "8"}, {"8", "7", "6"}, {"7"}}), (Alleles{"6", "7", "8"}));
  EXPECT_EQ(of({{"6", "7", "8"}, {"6", "7"}}).conflicts.size(), 1U);
}

TEST(Consensus, NamesItsSamplesAndStatesErrorsOnlyWhereAllDo) {
  const DnaProfile one{"M1", "GF", {{"A", {"6"}, {800}}}, true, 0.2, 0.01};
  const DnaProfile two{"M2", "GF", {{"B", {"7"}, {}}}, true, 0.4, 0.02};
  const DnaProfile three{"M3", "PP", {}};
  const std::vector<const DnaProfile*> both{&one, &two}, all{&one, &two, &three};
  const Consensus made = consensus(both);
  EXPECT_EQ(made.profile.sample, "M1+M2");
  EXPECT_EQ(made.profile.kit, "GF");
  EXPECT_TRUE(made.profile.has_dropout);
  EXPECT_EQ(made.profile.dropout, 0.2);
  EXPECT_EQ(made.profile.dropin, 0.02);
  ASSERT_EQ(made.profile.loci.size(), 2U);
  EXPECT_TRUE(made.profile.loci[0].heights.empty());
  EXPECT_FALSE(consensus(all).profile.has_dropout);
  EXPECT_EQ(consensus(all).profile.kit, "GF+PP");
}

}  // namespace
}  // namespace confronta::genetics
