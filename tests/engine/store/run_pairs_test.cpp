// The pairs of a row, all of them and the first few, where many are as good as each other.

#include <gtest/gtest.h>

#include <tuple>

#include "engine/store/run_queries.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

TEST(RunPairs, TheFirstOfARowAreThoseOfTheWholeListWhateverIsAsGood) {
  test::ScratchStore store;
  std::vector<Record> reports, remains;
  for (int i = 0; i < 9; ++i) {
    // Names in another order than the rows of the store, which are by import.
    reports.push_back(test::report("a:" + std::to_string(9 - i), "x"));
    remains.push_back(test::report("b:" + std::to_string(9 - i), "y"));
    remains.back().kind = SubjectKind::remains;
  }
  ASSERT_TRUE(test::import_file(*store, test::header("a"), reports).ok());
  ASSERT_TRUE(test::import_file(*store, test::header("b"), remains).ok());
  confronta::Run run;
  run.identity = "in";
  run.digest = "out";
  for (int i = 1; i <= 9; ++i)
    for (int j = 1; j <= 9; ++j)
      run.pairs.push_back({Relation::identity, "a:" + std::to_string(i), "b:" + std::to_string(j),
                           Score::from_log10(j % 3), 0.5, i % 2 == 0 ? 0.25 : j % 2 * 0.5, 1, 1,
                           Decided::no});
  for (int i = 1; i < 9; ++i)
    run.pairs.push_back({Relation::duplicate, "a:" + std::to_string(i), "a:9",
                         Score::from_log10(i % 2), 0.5, 0.5, 1, 1, Decided::no});
  const std::int64_t number = publish_run(*store, run, "2026-11-24T12:00:00Z", 1).value();
  const auto named = [](const std::vector<RunPair>& pairs) {
    std::vector<std::string> names;
    for (const RunPair& one : pairs) names.push_back(one.left + '|' + one.right);
    return names;
  };
  for (const auto& [relation, row] :
       {std::pair{Relation::identity, "a:3"}, std::pair{Relation::identity, "a:4"},
        std::pair{Relation::identity, "b:5"}, std::pair{Relation::duplicate, "a:9"},
        std::pair{Relation::duplicate, "a:2"}, std::pair{Relation::duplicate, "b:1"}}) {
    const auto all = read_pairs_of(*store, number, relation, row).value();
    for (std::size_t i = 1; i < all.size(); ++i)
      EXPECT_GE(std::tie(all[i - 1].posterior, all[i - 1].score),
                std::tie(all[i].posterior, all[i].score));
    for (std::size_t most = 0; most <= all.size() + 1; ++most) {
      auto names = named(all);
      names.resize(std::min(most, names.size()));
      EXPECT_EQ(named(read_pairs_of(*store, number, relation, row, most).value()), names)
          << row << ", the first " << most;
    }
  }
  EXPECT_EQ(named(read_pairs_of(*store, number, Relation::identity, "a:4", 3).value()),
            (std::vector<std::string>{"a:4|b:2", "a:4|b:5", "a:4|b:8"}))
      << "as good as each other: by name";
  EXPECT_EQ(read_pairs_of(*store, number, Relation::duplicate, "a:9").value().size(), 8u);
  EXPECT_TRUE(read_pairs_of(*store, number, Relation::identity, "no:1").value().empty());
}

}  // namespace
}  // namespace confronta
