#pragma once
// One builder of runs at a time for each store.

#include <string>

namespace confronta {

/// An advisory lock on a file beside the store; the kernel releases it when the process dies.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  bool held() const { return held_; }

 private:
  int descriptor_ = -1;
  bool held_ = false;
};

}  // namespace confronta
