#pragma once
// Reads a file in a thread of its own, a few batches ahead of whoever keeps what it says.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "importers/importer.h"

namespace confronta::app {

/// Records and rejected rows in the order of the file. Memory does not grow with the file: the
/// reader waits when it is too far ahead.
class ReadAhead {
 public:
  struct Batch {
    std::vector<std::variant<Record, RejectedRow>> items;
    std::uint64_t rows_read = 0;      // of the file so far
    std::uint64_t expected_rows = 0;  // in all, judged by the bytes read; 0: not yet known
    std::optional<Error> error;       // after `items`; the reading has ended
    bool last = false;                // the file has ended
  };

  /// The reader belongs to the other thread until this has gone.
  explicit ReadAhead(importers::RecordReader& reader);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// Waits for the next batch; not to be called again after an error or the last one.
  Batch next();

 private:
  Batch read_batch();
  void read_all();

  importers::RecordReader& reader_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace confronta::app
