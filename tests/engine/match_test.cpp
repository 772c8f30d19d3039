#include "engine/match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/chance_hits.h"
#include "engine/manifest.h"
#include "models/registry.h"
#include "tests/engine/support/synthetic.h"
#include "tests/models/support/dna.h"
#include "tests/models/support/map_shelf.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::mixed;
using test::remains;
using test::report;

constexpr std::array<const char*, 4> groups{"O", "A", "B", "AB"};
constexpr std::array<const char*, 2> sexes{"male", "female"};

/// Reports and remains of which every third remains record is of a reported person.
Snapshot small_world(std::uint32_t people = 60) {
  Snapshot snapshot;
  snapshot.digest = "made up";
  for (std::uint32_t i = 0; i < people; ++i) {
    const char* sex = sexes[mixed(i, 1) % 2];
    const double age = 18 + static_cast<double>(mixed(i, 2) % 50);
    const auto describe = [&](test::RowBuilder row) {
      row.code(Trait::sex, sex).code(Trait::blood_group, groups[mixed(i, 3) % 4]);
      row.number(Trait::age, age - 2, age + 2).number(Trait::stature, 150 + mixed(i, 4) % 40);
      row.value(Trait::mark, Mark{"tattoo",
                                  i % 2 ? "forearm" : "chest",
                                  "left",
                                  "",
                                  {mixed(i, 5) % 2 ? "rose" : "skull"},
                                  "NOMBRE" + std::to_string(mixed(i, 6) % 40),
                                  ""});
      return TraitTable::Row(row);
    };
    const std::string number = std::to_string(100 + i);
    snapshot.reports.push_back(describe(report((i % 2 ? "JAL:" : "VER:") + number)));
    if (i % 10 == 0) snapshot.reports.push_back(describe(report("CNB:" + number)));
    if (i % 3 == 0) snapshot.remains.push_back(describe(remains("PM:" + number)));
    if (i % 15 == 0) snapshot.remains.push_back(describe(remains("PANTEON:" + number)));
  }
  return snapshot;
}

Run run_of(const Snapshot& snapshot, const MatchOptions& options = {}) {
  Progress progress;
  return match(snapshot, estimate_reference(snapshot, options.parameters), options, progress)
      .value();
}

TEST(Match, GivesTheSameDigestForAnyNumberOfThreads) {
  const Snapshot snapshot = small_world();
  MatchOptions one, three;
  one.threads = 1;
  three.threads = 3;
  const auto a = run_of(snapshot, one);
  const auto b = run_of(snapshot, three);
  EXPECT_EQ(a.digest, b.digest);
  EXPECT_EQ(a.identity, b.identity);
  EXPECT_EQ(a.manifest, b.manifest);
  EXPECT_EQ(canonical_text(a), canonical_text(b));
  EXPECT_FALSE(a.pairs.empty());
}

TEST(Match, DoesNotDependOnTheOrderOfImport) {
  Snapshot snapshot = small_world();
  const auto run = run_of(snapshot);
  std::reverse(snapshot.reports.begin(), snapshot.reports.end());
  std::rotate(snapshot.remains.begin(), snapshot.remains.begin() + 5, snapshot.remains.end());
  EXPECT_EQ(run_of(snapshot).digest, run.digest);
}

TEST(Match, KeepsItsPublishedShape) {
  MatchOptions options;  // with doubts, two partners that may be one would count twice in the sums
  ASSERT_TRUE(options.parameters.set("inference.doubt_floor", 1));
  const auto run = run_of(small_world(), options);
  EXPECT_TRUE(std::is_sorted(run.pairs.begin(), run.pairs.end(), [](const auto& a, const auto& b) {
    return std::tie(a.relation, a.left, a.right) < std::tie(b.relation, b.left, b.right);
  }));
  std::map<std::string, double> sums;
  for (const RunRemainder& rest : run.remainders) sums[rest.id] = rest.none + rest.unlisted;
  std::map<std::string, std::vector<std::uint32_t>> ranks;
  for (const RunPair& pair : run.pairs) {
    EXPECT_GE(pair.posterior, 0);
    EXPECT_LE(pair.posterior, 1 + 1e-12);
    if (pair.relation != Relation::identity) continue;
    sums.at(pair.left) += pair.posterior;
    sums.at(pair.right) += pair.posterior;
    ranks[pair.right].push_back(pair.rank_of_left);
  }
  for (const auto& [id, sum] : sums) EXPECT_NEAR(sum, 1, 1e-6) << id;
  for (auto& [id, of_right] : ranks) {
    std::sort(of_right.begin(), of_right.end());
    for (std::uint32_t k = 0; k < of_right.size(); ++k) EXPECT_EQ(of_right[k], k + 1) << id;
  }
}

TEST(Match, NamesWhatWentIn) {
  const Snapshot snapshot = small_world(6);
  MatchOptions options;
  const auto plain = run_of(snapshot, options);
  EXPECT_EQ(plain.manifest.at("snapshot"), "made up");
  ASSERT_TRUE(options.parameters.set("inference.remains_with_report", 0.25));
  options.keep_per_side = 7;
  options.floor_log10 = 1.5;
  options.left_out.insert("blood");
  const auto other = run_of(snapshot, options);
  EXPECT_NE(plain.identity, other.identity);
  const MatchOptions read = options_of_manifest(other.manifest).value();
  EXPECT_EQ(read.keep_per_side, 7U);
  EXPECT_EQ(read.floor_log10, 1.5);
  EXPECT_EQ(read.left_out, options.left_out);
  EXPECT_EQ(read.parameters.overrides(), options.parameters.overrides());
  EXPECT_EQ(options_of_manifest({}).error().code, "run.bad_manifest");
}

const RunPair* pair_of(const Run& run, const std::string& left, const std::string& right) {
  for (const RunPair& pair : run.pairs)
    if (pair.relation == Relation::identity && pair.left == left && pair.right == right)
      return &pair;
  return nullptr;
}

// Two brothers of whom the mother gave a sample, and two bodies with what looks like one father.
TEST(Match, WeighsTheMissingOfOneFamilyTogether) {
  const test::Calls mother{
      {"CSF1PO", {"10", "12"}}, {"D13S317", {"9", "12"}}, {"TPOX", {"8", "11"}}};
  Snapshot snapshot;
  snapshot.digest = "made up";
  for (const char* id : {"A:1", "A:2", "A:3"}) snapshot.reports.push_back(report(id));
  snapshot.remains.push_back(test::typed(
      remains("B:1"), {{"CSF1PO", {"10", "15"}}, {"D13S317", {"9", "14"}}, {"TPOX", {"6", "8"}}}));
  snapshot.remains.push_back(test::typed(
      remains("B:2"), {{"CSF1PO", {"12", "15"}}, {"D13S317", {"9", "14"}}, {"TPOX", {"6", "11"}}}));
  snapshot.remains.push_back(remains("B:3"));
  snapshot.dna.families = test::two_brothers(mother);
  const auto taken = [&](const MatchOptions& options, const char* families) {
    const auto run = run_of(snapshot, options);
    EXPECT_EQ(run.manifest.at("identity.families_joint"), families);
    EXPECT_EQ(run.manifest.at("identity.families_by_pairs"), "0");
    return pair_of(run, "A:1", "B:1")->posterior + pair_of(run, "A:2", "B:1")->posterior;
  };
  MatchOptions by_pairs;
  ASSERT_TRUE(by_pairs.parameters.set("inference.joint_members", 1));
  EXPECT_GT(taken({}, "1"), taken(by_pairs, "0") + 0.05);
}

/// Families of three shapes, some of which are weighed again in doubtful pairs, and bodies.
Snapshot world_with_families() {
  using genetics::Sex;
  Snapshot snapshot = small_world();
  std::vector<genetics::Family> families;
  const auto call = [](std::uint32_t i, std::uint32_t salt) {
    return std::vector<std::string>{std::to_string(8 + mixed(i, salt) % 4),
                                    std::to_string(8 + mixed(i, salt + 50) % 5)};
  };
  const auto calls = [&](std::uint32_t i, std::uint32_t salt) {
    return test::Calls{{"CSF1PO", call(i, salt)}, {"TPOX", call(i, salt + 1)}};
  };
  std::uint32_t number = 0;
  for (const TraitTable::Row& row : snapshot.reports) {
    const std::uint32_t i = ++number;
    std::vector<test::MadeUpPerson> people{{{"f", "", "", Sex::male}, {}},
                                           {{"m", "", "", Sex::female}, {}},
                                           {{"x", "f", "m", Sex::male}, {}},
                                           {{"y", "f", "m", Sex::male}, {}}};
    people[1 + 2 * (i % 2)].calls = calls(i % 5, 60);  // mothers and brothers, some alike
    if (i % 3 == 0) people[0].calls = calls(i, 70);
    families.push_back(test::made_up_family("F:" + std::to_string(i), people, "x", row.id));
  }
  snapshot.dna.families = genetics::Families{std::move(families)};
  number = 0;
  for (TraitTable::Row& row : snapshot.remains) {
    test::RowBuilder typed = test::typed(remains(row.id), calls(++number, 60));
    const TraitTable::Row added(typed);
    row.observations.insert(row.observations.end(), added.observations.begin(),
                            added.observations.end());
  }
  return snapshot;
}

TEST(Match, GivesTheSameDigestWithAShelfEmptyAndFull) {
  const Snapshot snapshot = world_with_families();
  const auto none = run_of(snapshot);
  test::MapShelf shelf;
  MatchOptions options;
  options.shelf = &shelf;
  options.threads = 1;
  const auto cold = run_of(snapshot, options);
  EXPECT_GT(shelf.made, 100);
  EXPECT_EQ(shelf.made, static_cast<int>(shelf.kept.size())) << "once each";
  EXPECT_EQ(cold.digest, none.digest);
  EXPECT_EQ(cold.manifest, none.manifest);
  for (const int threads : {1, 3}) {
    shelf.made = shelf.found = 0;
    options.threads = threads;
    EXPECT_EQ(run_of(snapshot, options).digest, none.digest) << threads;
    EXPECT_EQ(shelf.made, 0) << threads;
    EXPECT_GT(shelf.found, 0) << threads;
  }
  options.left_out = {"kinship"};
  shelf.found = 0;
  EXPECT_NE(run_of(snapshot, options).digest, none.digest);
  EXPECT_EQ(shelf.found, 0);
}

TEST(Match, TakesDecisionsInAsANamedInput) {
  const Snapshot snapshot = small_world();
  const auto plain = run_of(snapshot);
  EXPECT_EQ(plain.manifest.count("decisions"), 0u);
  MatchOptions options;
  // An unlikely pair is certain by decision, a likely one excluded.
  options.decisions = {
      {{Relation::identity, "JAL:103", "PM:109"}, Decided::certain, {}},
      {{Relation::identity, "VER:106", "PM:106"}, Decided::excluded, {"PM:106", "VER:106"}}};
  const auto decided = run_of(snapshot, options);
  EXPECT_NE(decided.identity, plain.identity);
  EXPECT_EQ(decided.manifest.at("decisions").size(), 64u);
  EXPECT_EQ(decided.manifest.at("decisions.certain"), "1");
  const RunPair* certain = pair_of(decided, "JAL:103", "PM:109");
  ASSERT_NE(certain, nullptr);
  EXPECT_EQ(certain->decided, Decided::certain);
  EXPECT_NEAR(certain->posterior, 1, 1e-12);
  EXPECT_LT(certain->score, Score{0}) << "the LR is what the records say";
  const RunPair* excluded = pair_of(decided, "VER:106", "PM:106");
  ASSERT_NE(excluded, nullptr);
  EXPECT_EQ(excluded->posterior, 0);
  EXPECT_EQ(excluded->decided, Decided::excluded);
  EXPECT_EQ(excluded->score, pair_of(plain, "VER:106", "PM:106")->score);
  for (const RunCluster& cluster : decided.clusters)
    for (const std::uint32_t p : cluster.pairs)
      EXPECT_NE(decided.pairs[p].decided, Decided::excluded);
  options.threads = 3;
  EXPECT_EQ(run_of(snapshot, options).digest, decided.digest);
}

TEST(Match, MergesPartsThatTheirSourceJoins) {
  Snapshot snapshot = small_world(9);
  snapshot.remains.push_back(
      remains("PM:100-A").text(Trait::part_of, "100").code(Trait::part_kind, "segment"));
  const auto run = run_of(snapshot);
  const auto group = std::find_if(run.groups.begin(), run.groups.end(), [](const RunGroup& g) {
    return std::find(g.members.begin(), g.members.end(), "PM:100-A") != g.members.end();
  });
  ASSERT_NE(group, run.groups.end());
  EXPECT_EQ(group->relation, Relation::part);
  const auto pair = std::find_if(run.pairs.begin(), run.pairs.end(), [](const RunPair& p) {
    return p.relation == Relation::part && p.right == "PM:100-A";
  });
  ASSERT_NE(pair, run.pairs.end());
  EXPECT_GT(pair->posterior, 0.99);
}

TEST(Match, MergesWhatTwoPeopleAgreedOnAndKeepsApartWhatTheyExcluded) {
  const Snapshot snapshot = small_world();
  MatchOptions options;
  options.decisions = {
      {{Relation::duplicate, "JAL:103", "VER:106"}, Decided::certain, {}},
      {{Relation::same_body, "PM:106", "PM:109"}, Decided::excluded, {"PM:106", "PM:109"}}};
  const auto decided = run_of(snapshot, options);
  const auto group = std::find_if(decided.groups.begin(), decided.groups.end(),
                                  [](const RunGroup& g) { return g.id == "JAL:103"; });
  ASSERT_NE(group, decided.groups.end());
  EXPECT_EQ(group->members, (std::vector<std::string>{"JAL:103", "VER:106"}));
  EXPECT_EQ(decided.manifest.at("decisions.taken"), "2");
  EXPECT_NE(pair_of(decided, "JAL:103", "PM:106"), nullptr) << "identity is of the group";
  std::size_t written = 0;
  for (const RunPair& pair : decided.pairs)
    if (pair.decided != Decided::no && pair.relation != Relation::identity) {
      ++written;
      EXPECT_NEAR(pair.posterior, pair.decided == Decided::certain ? 1 : 0, 1e-9);
    }
  EXPECT_EQ(written, 2u);
  options.threads = 3;
  EXPECT_EQ(run_of(snapshot, options).digest, decided.digest);
}

TEST(Match, IsNoFailureOnAnEmptyStore) {
  const auto run = run_of(Snapshot{});
  EXPECT_TRUE(run.pairs.empty());
  EXPECT_TRUE(run.clusters.empty());
  EXPECT_EQ(run.pairs_compared, 0U);
  EXPECT_EQ(run.digest.size(), 64U);
}

TEST(Match, StopsWhenItIsTold) {
  struct Impatient final : Progress {
    bool cancelled() const override { return true; }
  } impatient;
  const Snapshot snapshot = small_world(6);
  const auto run = match(snapshot, estimate_reference(snapshot, {}), {}, impatient);
  ASSERT_FALSE(run.ok());
  EXPECT_EQ(run.error().code, "run.cancelled");
}

TEST(Workspace, ExplainsAPairOfTheRunWithTheSameScore) {
  const Snapshot snapshot = small_world();
  const ReferenceSet reference = estimate_reference(snapshot, {});
  Progress progress;
  const auto run = match(snapshot, reference, {}, progress).value();
  Workspace workspace{snapshot, reference, {}, run.groups};
  std::size_t looked_at = 0;
  for (std::size_t p = 0; p < run.pairs.size(); p += 17) {
    const RunPair& pair = run.pairs[p];
    const auto left = workspace.find_left(pair.relation, pair.left);
    const auto right = workspace.find_right(pair.relation, pair.right);
    ASSERT_TRUE(left && right);
    Score total{};
    for (const auto& model : workspace.relation(pair.relation).models)
      total += model->explain(*left, *right).score;
    EXPECT_EQ(total, pair.score) << pair.left << ' ' << pair.right;
    ++looked_at;
  }
  EXPECT_GT(looked_at, 10U);
  EXPECT_FALSE(workspace.find_left(Relation::identity, "NADIE:1"));
  for (const RunGroup& group : run.groups)
    for (const std::string& member : group.members)
      EXPECT_EQ(workspace.find_left(Relation::identity, member),
                workspace.find_left(Relation::identity, group.id));
}

TEST(ChanceHits, CountWhatIsExpectedToBeNoMatch) {
  const auto run = run_of(small_world());
  const auto hits = chance_hits(run.manifest, 2);
  ASSERT_TRUE(hits);
  double people = 0;
  std::uint64_t over = 0, compared = 0;
  for (const RunPair& pair : run.pairs) {
    if (pair.relation != Relation::identity || pair.score < Score::from_log10(2)) continue;
    people += pair.posterior;
    ++over;
  }
  compared = std::stoull(run.manifest.at("identity.compared"));
  EXPECT_EQ(hits->at_or_over, over);
  EXPECT_EQ(hits->compared, compared);
  EXPECT_NEAR(hits->bound, static_cast<double>(compared) / 100, 1e-9);
  EXPECT_NEAR(hits->expected, std::max(0.0, static_cast<double>(over) - people), 1e-9);
  EXPECT_FALSE(chance_hits({}, 2));
}

}  // namespace
}  // namespace confronta
