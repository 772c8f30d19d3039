// The parser's complaints in Spanish: the texts are those of the library that is linked.

#include "app/cli/usage_error.h"

#include <CLI/CLI.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace confronta::app {
namespace {

std::string complaint(std::vector<std::string> words) {
  CLI::App parser;
  std::string text;
  int number = 0, count = 0;
  parser.add_option("--truth", text)->required();
  parser.add_option("--states", number)->check(CLI::Range(1, 32));
  parser.add_option("--top", count);
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  Session session;
  session.language = Language::spanish;
  try {
    parser.parse(words);
  } catch (const CLI::ParseError& error) {
    return usage_error(session, error.get_exit_code(), error.what());
  }
  return "";
}

TEST(UsageError, SpeaksSpanish) {
  EXPECT_EQ(complaint({}), "falta --truth");
  EXPECT_EQ(complaint({"--truth"}), "falta el valor de --truth");
  EXPECT_EQ(complaint({"--truth", "a", "--zork"}), "no se esperaba: --zork");
  EXPECT_EQ(complaint({"--truth", "a", "--top", "abc"}), "valor no válido: --top = abc");
  EXPECT_EQ(complaint({"--truth", "a", "--states", "99"}), "valor no válido: --states");
  EXPECT_EQ(complaint({"--truth", "a"}), "");
}

TEST(UsageError, AMissingCommandHasAnAnswer) {
  CLI::App parser;
  parser.add_subcommand("import");
  parser.require_subcommand(1);
  Session session;
  session.language = Language::spanish;
  try {
    parser.parse(std::vector<std::string>{"zork"});
    FAIL();
  } catch (const CLI::ParseError& error) {
    EXPECT_NE(usage_error(session, error.get_exit_code(), error.what()).find("confronta --help"),
              std::string::npos);
  }
}

}  // namespace
}  // namespace confronta::app
