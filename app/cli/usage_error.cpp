#include "app/cli/usage_error.h"

#include <CLI/Error.hpp>

namespace confronta::app {
namespace {

/// What CLI11's text names: all before the last `mark`, or all behind it.
std::string before(const std::string& text, std::string_view mark) {
  return text.substr(0, text.find(mark));
}
std::string behind(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == text.npos ? text : text.substr(at + mark.size());
}

}  // namespace

std::string usage_error(const Session& session, int exit_code, const std::string& text) {
  const auto is = [&](CLI::ExitCodes code) { return exit_code == static_cast<int>(code); };
  if (is(CLI::ExitCodes::ExtrasError))
    return session.text("usage.not_expected", {behind(text, ": ")});
  if (is(CLI::ExitCodes::RequiredError)) {
    if (text.find("subcommand") != text.npos) return session.text("usage.no_command");
    return session.text("usage.missing", {before(text, " is required")});
  }
  if (is(CLI::ExitCodes::ArgumentMismatch))
    return session.text("usage.no_value", {before(text, ":")});
  if (is(CLI::ExitCodes::ConversionError))
    return session.text("usage.bad_value", {behind(text, ": ")});
  if (is(CLI::ExitCodes::ValidationError))
    return session.text("usage.bad_value", {before(text, ":")});
  return text;
}

}  // namespace confronta::app
