#include "app/messages/catalogue.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "models/domain/relation.h"
#include "models/domain/trait.h"
#include "models/registry.h"
#include "tests/house/source_tree.h"

namespace confronta::app {
namespace {

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
    found.insert(std::string{text.substr(at, 3)});
  return found;
}

TEST(Catalogue, HasEveryCodeOnceInBothLanguages) {
  std::set<std::string_view> codes;
  for (const Message& message : all_messages()) {
    EXPECT_TRUE(codes.insert(message.code).second) << message.code << " stands twice";
    EXPECT_FALSE(message.spanish.empty()) << message.code;
    EXPECT_FALSE(message.english.empty()) << message.code;
    EXPECT_EQ(placeholders(message.spanish), placeholders(message.english)) << message.code;
  }
}

TEST(Catalogue, HasTheWordsOfTheDictionary) {
  for (std::size_t i = 0; i < trait_count; ++i) {
    const TraitInfo& trait = trait_info(static_cast<Trait>(i));
    EXPECT_TRUE(has_message("trait." + std::string{trait.name})) << trait.name;
    for (const std::string_view word : trait.codes)
      EXPECT_TRUE(has_message(std::string{trait.name} + '.' + std::string{word}))
          << trait.name << '.' << word;
    EXPECT_TRUE(trait.unit.empty() || has_message("unit." + std::string{trait.unit}));
  }
  for (const Relation relation : all_relations) {
    EXPECT_TRUE(has_message("relation." + std::string{relation_name(relation)}));
    EXPECT_TRUE(has_message("proposition.h1." + std::string{relation_name(relation)}));
  }
  for (const RegisteredModel& model : evidence_models())
    EXPECT_TRUE(has_message("evidence." + std::string{model.name})) << model.name;
}

// Codes are written as literals where they arise: Error{"...", reason = "...", hint = "...";
// readers refuse("...") and note(contents, "...").
TEST(Catalogue, HasEveryCodeThatTheSourcesUse) {
  const std::regex use{R"re((?:Error\{|reason = |hint = |say\(|text\(|tell\(|stage\(|)re"
                       R"re(refuse\(|note\(contents_?,\s+)"([a-z_0-9]+\.[a-z_0-9.]+)")re"};
  std::size_t seen = 0;
  for (const char* room : {"models", "importers", "engine", "app", "bench/world"})
    for (const std::string& path : test::files_of(room, {".cpp", ".h"})) {
      const std::string text = test::read_source(path);
      for (auto at = std::sregex_iterator{text.begin(), text.end(), use};
           at != std::sregex_iterator{}; ++at) {
        const std::string code = (*at)[1];
        if (code.back() == '.') continue;  // a beginning, completed at run time
        ++seen;
        EXPECT_TRUE(has_message(code)) << path << ": " << code;
      }
    }
  EXPECT_GT(seen, 50u);
}

TEST(Catalogue, FillsInArgumentsAndTranslatesCodeWords) {
  EXPECT_EQ(say(Language::spanish, "show.title", {"a:1", "@kind.report", "2"}),
            "a:1: " + say(Language::spanish, "kind.report") + ", 2 versión(es)");
  EXPECT_EQ(say(Language::english, "no.such.code", {"x"}), "no.such.code [x]");
}

TEST(Catalogue, AnErrorSaysItsPlace) {
  const Error error{"store.io", {"x"}, {"f.csv", "", 7, "EDAD"}};
  EXPECT_EQ(say(Language::english, error).rfind("f.csv:7:EDAD: ", 0), 0u);
}

}  // namespace
}  // namespace confronta::app
