#include "engine/store/search.h"

#include <gtest/gtest.h>

#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::header;
using test::import_file;
using test::ScratchStore;

Observation observed(Trait trait, Value value) {
  Observation o;
  o.trait = trait;
  o.value = std::move(value);
  return o;
}

Record person(const std::string& id, std::vector<Observation> observations) {
  Record record = test::report(id, "raw of " + id);
  record.observations = std::move(observations);
  return record;
}

class Search : public ::testing::Test {
 protected:
  std::vector<std::string> ids(const std::string& query) {
    EXPECT_TRUE(update_search(*store_).ok());
    std::vector<std::string> ids;
    const auto hits = search_subjects(*store_, query, 10).value();
    for (const SearchHit& hit : hits) ids.push_back(hit.id);
    return ids;
  }
  ScratchStore store_;
};

using Ids = std::vector<std::string>;

TEST_F(Search, FindsByNameFolioTattooAndIdWithoutAccents) {
  ASSERT_TRUE(
      import_file(
          *store_, header("jal"),
          {person("jal:PFSI/17", {observed(Trait::name, PersonName{"JOSE", "MUÑOZ", "", ""}),
                                  observed(Trait::identifier, Identifier{"fub", "FUB-93"})}),
           person("jal:18",
                  {observed(Trait::mark,
                            Mark{"tattoo", "chest", "", "", {}, "KARLA", "corazón con alas"})})})
          .ok());
  EXPECT_EQ(ids("josé munoz"), Ids{"jal:PFSI/17"});
  EXPECT_EQ(ids("muño"), Ids{"jal:PFSI/17"}) << "by the beginning of a word";
  EXPECT_EQ(ids("fub-93"), Ids{"jal:PFSI/17"});
  EXPECT_EQ(ids("CORAZON karla"), Ids{"jal:18"});
  EXPECT_EQ(ids("jal:pfsi/17"), Ids{"jal:PFSI/17"});
  EXPECT_EQ(ids("jose karla"), Ids{}) << "words of different texts";
}

TEST_F(Search, FindsWhatAnOlderVersionSaidAndEachSubjectOnce) {
  const auto named = [](const char* given, const char* raw) {
    Record record = person("a:1", {observed(Trait::name, PersonName{given, "RUIZ", "", ""})});
    record.raw = raw;
    return record;
  };
  ASSERT_TRUE(import_file(*store_, header("a"), {named("ANA", "1")}).ok());
  EXPECT_EQ(ids("ana"), Ids{"a:1"});
  ASSERT_TRUE(import_file(*store_, header("a"), {named("ANABEL", "2")}).ok());
  EXPECT_EQ(ids("ana ruiz"), Ids{"a:1"});
  EXPECT_EQ(ids("anabel"), Ids{"a:1"});
}

TEST_F(Search, NothingInAQueryIsSyntax) {
  ASSERT_TRUE(import_file(*store_, header("a"),
                          {person("a:1", {observed(Trait::alias, Text{"EL \"ÑAÑO\" OR"})})})
                  .ok());
  EXPECT_EQ(ids("\"nano\""), Ids{"a:1"});
  EXPECT_EQ(ids("or"), Ids{"a:1"});
  for (const char* query : {"", "   ", "\"", "*", "a NEAR(b", "text:x", "(", "-", "^a"})
    EXPECT_TRUE(search_subjects(*store_, query, 10).ok()) << query;
}

}  // namespace
}  // namespace confronta
