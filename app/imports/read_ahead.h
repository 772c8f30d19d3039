#pragma once
// Reads and maps a file in threads of its own, a few batches ahead of whoever keeps what it says.

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "importers/importer.h"
#include "models/domain/encoded_record.h"

namespace confronta::app {

/// Records and rejected rows in the order of the file, the same for any number of threads. Threads
/// take turns to read a batch of rows, and map theirs at the same time. Memory does not grow with
/// the file: they wait when they are too far ahead.
class ReadAhead {
 public:
  struct Batch {
    std::vector<std::variant<EncodedRecord, RejectedRow>> items;
    importers::ReadingNotes notes;    // what mapping these rows noticed
    std::uint64_t rows_read = 0;      // of the file so far
    std::uint64_t expected_rows = 0;  // in all, judged by the bytes read; 0: not yet known
    std::optional<Error> error;       // the reading has ended: nothing of the file may be kept
    bool last = false;                // the file has ended
  };

  /// The reader belongs to the other threads until this has gone. `threads` is at least 1.
  ReadAhead(importers::RecordReader& reader, unsigned threads);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// Waits for the next batch; not to be called again after an error or the last one.
  Batch next();

 private:
  void work();
  /// What can be said of a batch when its rows are read, and the rows themselves.
  std::unique_ptr<importers::RowBlock> read(Batch& batch);

  importers::RecordReader& reader_;  // of the thread that set reading_
  std::uint64_t most_ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, Batch> ready_;  // by number
  std::uint64_t begun_ = 0;               // batches that a thread has taken on
  std::uint64_t given_ = 0;
  bool reading_ = false;
  bool ended_ = false;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace confronta::app
