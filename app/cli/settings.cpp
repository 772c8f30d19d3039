#include "app/cli/settings.h"

#include <toml++/toml.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace confronta::app {
namespace {

void set_language(Session& session, std::string_view text) {
  if (text.substr(0, 2) == "en") session.language = Language::english;
  if (text.substr(0, 2) == "es") session.language = Language::spanish;
}

Status apply_file(Session& session, const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return success();
  try {
    const toml::table file = toml::parse_file(path.string());
    set_language(session, file["lang"].value_or(std::string_view{}));
    session.store = file["store"].value_or(session.store);
  } catch (const toml::parse_error& error) {
    return Error{"settings.bad_file",
                 {std::string{error.description()}},
                 {path.string(), "", error.source().begin.line, ""}};
  }
  return success();
}

}  // namespace

// Runs before any thread exists, so that getenv is safe.
Status apply_settings(Session& session, int argc, char** argv) {
  if (const char* home = std::getenv("HOME"))  // NOLINT(concurrency-mt-unsafe)
    if (auto status =
            apply_file(session, std::filesystem::path{home} / ".config/confronta/config.toml");
        !status)
      return status;
  if (auto status = apply_file(session, "confronta.toml"); !status) return status;
  if (const char* store = std::getenv("CONFRONTA_STORE"))  // NOLINT(concurrency-mt-unsafe)
    session.store = store;
  for (const char* name : {"LANG", "LC_MESSAGES", "LC_ALL", "CONFRONTA_LANG"})
    if (const char* value = std::getenv(name))  // NOLINT(concurrency-mt-unsafe)
      set_language(session, value);
  for (int i = 1; i < argc; ++i) {
    const std::string_view word{argv[i]};
    if (word == "--lang" && i + 1 < argc) set_language(session, argv[i + 1]);
    if (word.substr(0, 7) == "--lang=") set_language(session, word.substr(7));
  }
  return success();
}

}  // namespace confronta::app
