#pragma once
// Files that a page has sent and nobody has imported yet.

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "models/domain/result.h"

namespace confronta::app::review {

struct Upload {
  std::string id;
  std::string name;  // as the page gave it, without folders
  std::string path;  // where it lies until it is imported
  std::uint64_t bytes = 0;
};

/// Thread-safe. Files lie in a folder of this process beside the store, readable by its user alone,
/// and go with the process; what a killed one left is removed by the next.
class Uploads {
 public:
  static constexpr std::size_t most = 16;  // the oldest goes when another comes

  explicit Uploads(const std::string& store);
  ~Uploads();
  Uploads(const Uploads&) = delete;
  Uploads& operator=(const Uploads&) = delete;

  /// Error "review.upload_failed".
  Result<Upload> keep(const std::string& name, const std::string& bytes);
  std::optional<Upload> find(const std::string& id) const;
  /// Writes a mapping beside the file, for its reader. The path, or "review.upload_failed".
  Result<std::string> write_mapping(const Upload& upload, const std::string& toml) const;
  void forget(const std::string& id);

 private:
  void remove_files(const Upload& upload) const;

  std::string folder_;
  mutable std::mutex mutex_;
  std::uint64_t last_ = 0;
  std::map<std::uint64_t, Upload> uploads_;  // oldest first
};

}  // namespace confronta::app::review
