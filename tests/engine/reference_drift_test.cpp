#include "engine/reference_drift.h"

#include <gtest/gtest.h>

#include <cmath>

namespace confronta {
namespace {

ReferenceTable counted(std::map<std::string, double, std::less<>> numbers) {
  ReferenceTable table{std::move(numbers), 0, "counted"};
  for (const auto& [key, number] : table.numbers) table.count += number;
  return table;
}

TEST(ReferenceDrift, AnUnchangedStoreHasNone) {
  ReferenceSet set;
  set.table("identity/marks.type") = counted({{"tattoo", 3}, {"scar", 1}});
  EXPECT_TRUE(reference_drift(set, set).empty());
}

TEST(ReferenceDrift, MoreOfTheSameIsNone) {
  ReferenceSet then, now;
  then.table("identity/marks.type") = counted({{"tattoo", 30}, {"scar", 10}});
  now.table("identity/marks.type") = counted({{"tattoo", 60}, {"scar", 20}});
  EXPECT_TRUE(reference_drift(then, now).empty());
}

TEST(ReferenceDrift, IsTheMeanChangeOfWhatIsSeenToday) {
  ReferenceSet then, now;
  then.table("identity/marks.type") = counted({{"tattoo", 80}, {"scar", 20}});
  now.table("identity/marks.type") = counted({{"tattoo", 100}, {"scar", 100}});
  const auto changes = reference_drift(then, now);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].evidence, "marks");
  EXPECT_EQ(changes[0].table, "identity/marks.type");
  EXPECT_EQ(changes[0].records_then, 100);
  EXPECT_EQ(changes[0].records_now, 200);
  EXPECT_NEAR(changes[0].bans.value(), 0.5 * std::log10(0.8 / 0.5) + 0.5 * std::log10(0.5 / 0.2),
              1e-12);
}

TEST(ReferenceDrift, AKeyNeverSeenIsHalfARecord) {
  ReferenceSet then, now;
  then.table("identity/blood.truth") = counted({{"O", 50}});
  now.table("identity/blood.truth") = counted({{"O", 50}, {"AB", 50}});
  const auto changes = reference_drift(then, now);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_NEAR(changes[0].bans.value(), 0.5 * std::log10(2) + 0.5 * std::log10(0.5 / 0.01), 1e-12);
}

TEST(ReferenceDrift, NamesEachEvidenceOnceByItsGreatestChange) {
  ReferenceSet then, now;
  then.table("identity/marks.type") = counted({{"tattoo", 80}, {"scar", 20}});
  now.table("identity/marks.type") = counted({{"tattoo", 100}, {"scar", 100}});
  then.table("identity/marks.place") = counted({{"arm", 99}, {"leg", 1}});
  now.table("identity/marks.place") = counted({{"arm", 50}, {"leg", 50}});
  then.table("identity/garments.size") = counted({});
  now.table("identity/garments.size") = counted({{"M", 70}});
  const auto changes = reference_drift(then, now);
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].table, "identity/garments.size");
  EXPECT_FALSE(changes[0].bans) << "what an empty table falls back on is the model's own";
  EXPECT_EQ(changes[1].table, "identity/marks.place");
}

TEST(ReferenceDrift, LeavesOutWhatChanceMoves) {
  ReferenceSet then, now;
  then.table("identity/marks.type") = counted({{"tattoo", 8}, {"scar", 2}});
  now.table("identity/marks.type") = counted({{"tattoo", 10}, {"scar", 19}});
  EXPECT_TRUE(reference_drift(then, now).empty());
  now.table("identity/marks.type") = counted({{"tattoo", 10}, {"scar", 20}});
  EXPECT_FALSE(reference_drift(then, now).empty());
}

TEST(ReferenceDrift, LeavesOutWhatOnlyOneSetHas) {
  ReferenceSet then, now;
  then.table("dna/alleles.FGA") = counted({{"22", 9}});
  now.table("identity/marks.type") = counted({{"tattoo", 100}});
  EXPECT_TRUE(reference_drift(then, now).empty());
}

}  // namespace
}  // namespace confronta
