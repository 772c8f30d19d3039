#include "bench/world/genetics/inheritance.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/data/allele_tables.h"

namespace confronta::world {
namespace {

bool has(const std::array<int, 2>& copies, int allele) {
  return copies[0] == allele || copies[1] == allele;
}

TEST(WorldInheritance, FollowsMendelButForMutations) {
  Random random{11};
  const Inheritance inheritance{random};
  int transmissions = 0, changed = 0, firsts = 0, choices = 0;
  for (int trial = 0; trial < 2000; ++trial) {
    const Genome father = inheritance.founder(random, 0), mother = inheritance.founder(random, 1);
    const Genome child = inheritance.child(random, father, mother, trial % 2);
    EXPECT_EQ(child.mitochondrial, mother.mitochondrial);
    for (std::size_t locus = 0; locus < inheritance.loci().size(); ++locus) {
      ++transmissions;
      const auto& from = father.autosomal[locus];
      if (!has(from, child.autosomal[locus][0])) ++changed;
      if (from[0] == from[1] || !has(from, child.autosomal[locus][0])) continue;
      ++choices;
      firsts += child.autosomal[locus][0] == from[0] ? 1 : 0;
    }
  }
  // 46,000 transmissions with 2 in a thousand: 92, less what lands on the father's other allele.
  EXPECT_NEAR(changed, 92, 40);
  EXPECT_NEAR(static_cast<double>(firsts) / choices, 0.5, 0.01);
}

TEST(WorldInheritance, PassesTheYFromFatherToSonAlone) {
  Random random{12};
  const Inheritance inheritance{random};
  const Genome father = inheritance.founder(random, 0), mother = inheritance.founder(random, 1);
  EXPECT_TRUE(mother.y.empty());
  EXPECT_TRUE(inheritance.child(random, father, mother, 1).y.empty());
  int same = 0;
  for (int trial = 0; trial < 500; ++trial)
    same += inheritance.child(random, father, mother, 0).y == father.y ? 1 : 0;
  EXPECT_NEAR(same, 500 * 0.972, 20);  // 0.998^14
}

TEST(WorldInheritance, DrawsAllelesAsOftenAsTheTableHasThem) {
  Random random{13};
  const Inheritance inheritance{random};
  const auto at = static_cast<std::size_t>(
      std::find(inheritance.loci().begin(), inheritance.loci().end(), "TH01") -
      inheritance.loci().begin());
  ASSERT_LT(at, inheritance.loci().size());
  int sixes = 0;
  for (int trial = 0; trial < 20000; ++trial) sixes += inheritance.allele(random, at) == 60 ? 1 : 0;
  EXPECT_NEAR(sixes / 20000.0, 97.0 / 418, 0.01);
}

TEST(WorldInheritance, WritesTenthsOfARepeat) {
  EXPECT_EQ(allele_text(93), "9.3");
  EXPECT_EQ(allele_text(150), "15");
}

}  // namespace
}  // namespace confronta::world
