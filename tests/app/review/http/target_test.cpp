#include "app/review/http/target.h"

#include <gtest/gtest.h>

namespace confronta::app::review {
namespace {

using Path = std::vector<std::string>;

TEST(Target, KeepsAnEncodedSlashInsideItsSegment) {
  const auto target = parse_target("/api/v1/pairs/am%3A1%2F20%7Cpm%3A7/claim");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (Path{"api", "v1", "pairs", "am:1/20|pm:7", "claim"}));
}

TEST(Target, ReadsAQueryAsFormsWriteIt) {
  const auto target = parse_target("/search?q=Mar%C3%ADa+L%C3%B3pez&offset=20&flag&=x");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->query.at("q"), "María López");
  EXPECT_EQ(target->query.at("offset"), "20");
  EXPECT_EQ(target->query.at("flag"), "");
  EXPECT_EQ(target->query.size(), 3u);
}

TEST(Target, APlusInThePathIsAPlus) {
  const auto target = parse_target("/subjects/a+b");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path.back(), "a+b");
}

TEST(Target, RefusesWhatCannotBeText) {
  for (const char* bad :
       {"", "api", "http://x/", "/a%", "/a%2", "/a%zz", "/%00", "/%ff", "/?q=%C3", "*"})
    EXPECT_FALSE(parse_target(bad)) << bad;
}

TEST(Target, DotsAreOrdinaryNames) {
  // Nothing walks folders by them: pages are looked up in a table.
  const auto target = parse_target("/../%2e%2e/etc");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (Path{"..", "..", "etc"}));
}

}  // namespace
}  // namespace confronta::app::review
