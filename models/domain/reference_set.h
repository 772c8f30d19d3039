#pragma once
// What a run knows of the world, estimated once and frozen: frequencies of values among remains and
// reports, fitted parameters. A ReferenceSet has one canonical text, and so one digest.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace confronta {

/// A text as it may stand in a key or an origin: its control characters are spaces, since those
/// part the lines and columns of the canonical text.
std::string printable(std::string text);

/// Numbers by key, with where they come from. `count` is the number of records behind them (0: a
/// stated fallback); `origin` says so in a code ("estimated", "fallback", "smoothed").
struct ReferenceTable {
  std::map<std::string, double, std::less<>> numbers;
  double count = 0;
  std::string origin;

  /// The number of a key, or `otherwise`.
  double at(std::string_view key, double otherwise = 0) const;
  bool operator==(const ReferenceTable&) const = default;
};

/// Tables by name, "RELATION/MODEL.TABLE" ("identity/biology.sex_of_remains").
class ReferenceSet {
 public:
  ReferenceTable& table(const std::string& name) { return tables_[name]; }
  /// The table, or an empty one.
  const ReferenceTable& find(std::string_view name) const;
  const std::map<std::string, ReferenceTable, std::less<>>& tables() const { return tables_; }

  /// Lines of text, sorted, doubles in 17 digits; parse(canonical_text()) gives the same set.
  std::string canonical_text() const;
  static Result<ReferenceSet> parse(std::string_view text);
  bool operator==(const ReferenceSet&) const = default;

 private:
  std::map<std::string, ReferenceTable, std::less<>> tables_;
};

}  // namespace confronta
