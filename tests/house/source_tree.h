#pragma once
// The project's own sources as text.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/source_path.h"

namespace confronta::test {

inline std::filesystem::path source_root() { return source_path(""); }

/// Paths below the root, with "/" between folders, of all files in `room` with one of the endings.
inline std::vector<std::string> files_of(const std::string& room,
                                         const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_root() / room)) {
    const std::string path =
        std::filesystem::relative(entry.path(), source_root()).generic_string();
    for (const std::string& ending : endings)
      if (entry.is_regular_file() && entry.path().extension() == ending) files.push_back(path);
  }
  return files;
}

inline std::string read_source(const std::string& path) {
  std::ifstream file{source_root() / path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace confronta::test
