#include "engine/store/family_shelf.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "engine/digest.h"
#include "models/evidence/dna/family_tables.h"
#include "models/registry.h"
#include "models/stats/genetics/family_table_bytes.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::ScratchStore;

const std::string bytes("fifteen\0bytes..", 15);

int rows_of(Store& store) {
  return store.database().execAndGet("SELECT count(*) FROM family_table").getInt();
}

void keep(Store& store, const std::vector<std::string>& contents) {
  FamilyShelf shelf{store};
  for (const std::string& content : contents) shelf.keep(content, bytes + content);
}

std::optional<std::string> found(Store& store, const std::string& content) {
  return FamilyShelf{store}.find(content);
}

TEST(FamilyShelf, GivesWhatAnEarlierMatchKept) {
  ScratchStore store;
  EXPECT_EQ(found(*store, "a"), std::nullopt);
  keep(*store, {"a", "b"});
  EXPECT_EQ(found(*store, "a"), bytes + "a");
  EXPECT_EQ(found(*store, "b"), bytes + "b");
  EXPECT_EQ(found(*store, "c"), std::nullopt);
  EXPECT_TRUE(store->check().ok());
}

TEST(FamilyShelf, DoesNotFindWhatWasDamagedOrStandsInAnothersPlace) {
  ScratchStore store;
  keep(*store, {"a", "b"});
  store->database().exec("UPDATE family_table SET numbers = zeroblob(17)");
  EXPECT_EQ(found(*store, "a"), std::nullopt);
  keep(*store, {"a"});
  EXPECT_EQ(found(*store, "a"), bytes + "a") << "kept again";
  store->database().exec("UPDATE family_table SET seal = content");
  EXPECT_EQ(found(*store, "a"), std::nullopt);
  keep(*store, {"a", "b"});
  // The row of one content, seal and all, under the key of another.
  store->database().exec(
      "CREATE TEMP TABLE swapped AS SELECT content, seal, numbers FROM family_table;"
      "UPDATE family_table SET (seal, numbers) = (SELECT seal, numbers FROM swapped "
      "WHERE swapped.content <> family_table.content)");
  EXPECT_EQ(found(*store, "a"), std::nullopt);
  EXPECT_EQ(found(*store, "b"), std::nullopt);
}

TEST(FamilyShelf, DropsWhatAWholeMatchDidNotUse) {
  ScratchStore store;
  keep(*store, {"used", "stale"});
  {
    FamilyShelf shelf{*store};
    EXPECT_TRUE(shelf.find("used"));
    EXPECT_FALSE(shelf.find("asked for in vain"));
    shelf.keep("new", bytes);
    shelf.tidy();
  }
  EXPECT_EQ(rows_of(*store), 2);
  EXPECT_TRUE(found(*store, "used"));
  EXPECT_TRUE(found(*store, "new"));
}

TEST(FamilyShelf, KeepsAllWhereAMatchUsedNoneOrDidNotEnd) {
  ScratchStore store;
  keep(*store, {"a", "b"});
  FamilyShelf{*store}.tidy();  // without kinship, say
  EXPECT_EQ(rows_of(*store), 2);
  { EXPECT_TRUE(FamilyShelf{*store}.find("a")); }
  EXPECT_EQ(rows_of(*store), 2);
}

TEST(FamilyShelf, WritesLongMatchesPieceByPiece) {
  ScratchStore store;
  FamilyShelf shelf{*store};
  const std::string large(std::size_t{1} << 20, 'x');
  for (int k = 0; k < 9; ++k) shelf.keep(std::to_string(k), large);
  EXPECT_EQ(rows_of(*store), 8);  // a match that is killed here loses the ninth
  EXPECT_EQ(shelf.find("7"), large);
}

TEST(FamilyShelf, LetsOthersReadAndWrite) {
  ScratchStore store;
  FamilyShelf shelf{*store};
  shelf.keep("a", std::string(std::size_t{5} << 20, 'x'));  // written at once
  EXPECT_TRUE(shelf.find("a"));
  SQLite::Database other{store.path(), SQLite::OPEN_READWRITE};  // waits for nobody
  SQLite::Transaction begun{other, SQLite::TransactionBehavior::IMMEDIATE};
  EXPECT_TRUE(shelf.find("a")) << "while somebody writes";
  shelf.keep("b", std::string(std::size_t{5} << 20, 'x'));
  begun.commit();
  EXPECT_FALSE(shelf.find("b")) << "forgotten, since somebody else was writing";
  shelf.tidy();
  EXPECT_TRUE(shelf.find("a"));
}

TEST(FamilyShelf, CostsNoMatchItsResultWhereItCannotBeHad) {
  ScratchStore store;
  store->database().exec("DROP TABLE family_table");
  FamilyShelf shelf{*store};
  EXPECT_FALSE(shelf.find("a"));
  shelf.keep("a", bytes);
  shelf.tidy();
}

TEST(FamilyShelf, IsSharedByThreads) {
  ScratchStore store;
  FamilyShelf shelf{*store};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&shelf, t] {
      for (int k = 0; k < 50; ++k) {
        const std::string content = std::to_string(t % 2) + "/" + std::to_string(k);
        if (!shelf.find(content)) shelf.keep(content, bytes + content);
      }
    });
  for (std::thread& thread : threads) thread.join();
  shelf.tidy();
  EXPECT_EQ(rows_of(*store), 100);
  EXPECT_EQ(shelf.find("1/49"), bytes + "1/49");
}

/// What stores keep is another program's where this changes: raise the version of kinship in
/// models/registry.def then, and write both here.
TEST(FamilyShelf, NumbersThatChangeAreAnotherVersion) {
  const MatchPopulation population{Parameters{}, {}};
  const auto ladder = population.locus("D21S11", std::vector<std::string>{"33.1"}).value();
  const std::vector<genetics::PedigreeRow> rows{{"f", "", "", genetics::Sex::male},
                                                {"m", "", "", genetics::Sex::female},
                                                {"x", "f", "m", genetics::Sex::male},
                                                {"y", "f", "m", genetics::Sex::female}};
  const auto family = genetics::Pedigree::make(rows).value();
  FamilyTables tables;
  const std::vector<genetics::Observation> observed{{1, genetics::GenotypeCall{3, 5}},
                                                    {3, genetics::GenotypeCall{5, 8}}};
  const auto table = tables.table(family, ladder, observed, 2, 0.01).value();
  int version = 0;
  for (const RegisteredModel& model : evidence_models())
    if (model.name == "kinship") version = model.version;
  EXPECT_EQ(version, 5);
  EXPECT_EQ(digest_of(*genetics::bytes_of(*table.numbers())),
            "b9bc46081212bb8c6a9646066ccb771efbf3f9ac72df2bc6939c6004243e2c23");
}

}  // namespace
}  // namespace confronta
