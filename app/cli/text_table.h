#pragma once
// A plain table on the terminal.

#include <string>
#include <vector>

namespace confronta::app {

/// Columns as wide as their widest cell, counted in characters of UTF-8; the first one set to the
/// left, the others to the right. The first row is the heading.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> heading) { add(std::move(heading)); }
  /// As many cells as the heading, or fewer.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Each row as a line.
  std::vector<std::string> lines() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace confronta::app
