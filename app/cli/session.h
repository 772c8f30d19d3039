#pragma once
// What every command needs: the user's language, the store, and where output goes.

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "app/messages/catalogue.h"
#include "models/domain/result.h"

namespace confronta::app {

/// Exit codes, documented in `confronta --help`.
enum Exit {
  exit_ok = 0,
  exit_failure = 1,
  exit_usage = 2,
  exit_quarantined = 3,
  exit_integrity = 4
};

/// Data go to stdout, everything else to stderr.
struct Session {
  Language language = Language::spanish;
  std::string store = "confronta.db";
  bool json = false;
  bool colour = false;    // stdout is a terminal and NO_COLOR is not set
  bool terminal = false;  // stderr is a terminal: progress is redrawn in place

  std::string text(std::string_view code, const std::vector<std::string>& arguments = {}) const {
    return say(language, code, arguments);
  }
  /// A line of data.
  void print(const std::string& line) const { std::fprintf(stdout, "%s\n", line.c_str()); }
  /// A line for people, beside the data.
  void tell(std::string_view code, const std::vector<std::string>& arguments = {}) const {
    std::fprintf(stderr, "%s\n", text(code, arguments).c_str());
  }
  /// Says what went wrong; returns the exit code that fits.
  int fail(const Error& error) const;
};

/// Now, as "2026-11-24T18:00:00Z". The one place where the program reads a clock for its records.
std::string utc_now();
/// Seconds since 1970 in that form.
std::string utc_text(std::int64_t seconds);

}  // namespace confronta::app
