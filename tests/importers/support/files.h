#pragma once
// Made-up files for the tests of the readers.

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "importers/formats/row_source.h"

namespace confronta::importers::support {

/// A file in the tests' own directory with these bytes; its path.
inline std::string write_file(const std::string& name, std::string_view bytes) {
  const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
  std::string path = ::testing::TempDir() + "confronta_" + test + "_" + name;
  std::ofstream{path, std::ios::binary} << bytes;
  return path;
}

/// Everything that a reader gives.
struct Reading {
  std::vector<std::string> columns;
  std::vector<SourceRow> rows;
  std::vector<RejectedRow> rejected;
  std::optional<Error> error;
  std::string format;

  std::string text(std::size_t row, std::string_view field) const {
    const std::string* found = row < rows.size() ? rows[row].find(field) : nullptr;
    return found ? *found : "<none>";
  }
};

inline Reading drain(Result<std::unique_ptr<RowSource>> source) {
  Reading reading;
  if (!source) {
    reading.error = source.error();
    return reading;
  }
  reading.format = source.value()->format();
  reading.columns = source.value()->columns();
  for (;;) {
    auto next = source.value()->next();
    if (!next) {
      reading.error = next.error();
      return reading;
    }
    if (!next.value()) return reading;
    if (auto* row = std::get_if<SourceRow>(&*next.value()))
      reading.rows.push_back(std::move(*row));
    else
      reading.rejected.push_back(std::get<RejectedRow>(*std::move(next).value()));
  }
}

inline Reading read_file(const std::string& path, const ReadOptions& options = {}) {
  return drain(open_rows(path, options));
}

inline Reading read_bytes(const std::string& name, std::string_view bytes,
                          const ReadOptions& options = {}) {
  return read_file(write_file(name, bytes), options);
}

}  // namespace confronta::importers::support
