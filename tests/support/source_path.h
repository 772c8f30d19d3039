#pragma once
// Where the project's own files are. The folder is compiled into one source alone, so that a
// compiler cache serves every other test to any clone.

#include <string>

namespace confronta::test {

/// The path of a file of the project, from its root: "tests/importers/fixtures/x.csv".
std::string source_path(const std::string& path);

}  // namespace confronta::test
