#include "app/cli/session.h"

#include <chrono>

#include "models/domain/date.h"

namespace confronta::app {

int Session::fail(const Error& error) const {
  std::fprintf(stderr, "confronta: %s\n", say(language, error).c_str());
  const bool integrity = error.code == "store.corrupt" || error.code == "store.audit_broken" ||
                         error.code == "import.lost_rows" || error.code.rfind("codec.", 0) == 0;
  return integrity ? exit_integrity : exit_failure;
}

std::string utc_now() {
  return utc_text(std::chrono::duration_cast<std::chrono::seconds>(
                      std::chrono::system_clock::now().time_since_epoch())
                      .count());
}

std::string utc_text(std::int64_t seconds) {
  const std::chrono::sys_seconds instant{std::chrono::seconds{seconds}};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  char text[16];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return iso_date(static_cast<Day>(day.time_since_epoch().count())) + text;
}

}  // namespace confronta::app
