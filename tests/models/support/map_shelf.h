#pragma once
// A shelf in memory that counts what it was asked.

#include <map>
#include <mutex>

#include "models/evidence/dna/table_shelf.h"

namespace confronta::test {

class MapShelf final : public TableShelf {
 public:
  std::optional<std::string> find(std::string_view content) override {
    const std::lock_guard lock{mutex_};
    const auto at = kept.find(std::string{content});
    if (at == kept.end()) return std::nullopt;
    ++found;
    return at->second;
  }
  void keep(std::string_view content, std::string_view bytes) override {
    const std::lock_guard lock{mutex_};
    ++made;
    kept[std::string{content}] = bytes;
  }

  std::map<std::string, std::string> kept;
  int found = 0, made = 0;

 private:
  std::mutex mutex_;
};

}  // namespace confronta::test
