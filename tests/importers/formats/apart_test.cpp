// Work done in a process of its own.

#include "importers/formats/apart.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

namespace confronta::importers {
namespace {

using Write = std::function<void(std::string_view)>;

TEST(Apart, GivesWhatWasWritten) {
  const std::string long_text(1 << 20, 'x');  // more than a pipe holds
  const auto result = run_apart(
      [&](const Write& write) {
        write("a");
        write("");
        write(long_text);
      },
      1 << 21);
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, "a" + long_text);
}

TEST(Apart, NothingIsALegitimateAnswer) {
  const auto result = run_apart([](const Write&) {}, 1);
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, "");
}

TEST(Apart, ACrashCostsTheAnswerAndNotTheProcess) {
  EXPECT_FALSE(run_apart(
      [](const Write& write) {
        write("half");
        std::raise(SIGKILL);
      },
      100));
  EXPECT_FALSE(run_apart([](const Write&) { std::_Exit(3); }, 100));
}

TEST(Apart, SpoilsNothingOutside) {
  int value = 1;
  EXPECT_TRUE(run_apart([&](const Write&) { value = 2; }, 100));
  EXPECT_EQ(value, 1);
}

TEST(Apart, StopsOneThatWritesWithoutEnd) {
  EXPECT_FALSE(run_apart(
      [](const Write& write) {
        for (;;) write("x");
      },
      1000));
}

}  // namespace
}  // namespace confronta::importers
