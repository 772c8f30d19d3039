#include "app/cli/read_ahead.h"

#include <utility>

namespace confronta::app {
namespace {

constexpr std::size_t batch_size = 256;
constexpr std::size_t batches_ahead = 4;

/// All rows of the file, judged by the share of its bytes that was read so far.
std::uint64_t expected_rows(const importers::RecordReader& reader) {
  const auto [read, total] = reader.progress();
  if (read == 0) return 0;
  return static_cast<std::uint64_t>(static_cast<double>(reader.rows_read()) *
                                    static_cast<double>(total) / static_cast<double>(read));
}

}  // namespace

ReadAhead::ReadAhead(importers::RecordReader& reader)
    : reader_(reader), thread_([this] { read_all(); }) {}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock{mutex_};
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

ReadAhead::Batch ReadAhead::next() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [this] { return !ready_.empty(); });
  Batch batch = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return batch;
}

ReadAhead::Batch ReadAhead::read_batch() {
  Batch batch;
  batch.items.reserve(batch_size);
  while (batch.items.size() < batch_size && !batch.error && !batch.last) {
    auto next = reader_.next();
    if (!next)
      batch.error = next.error();
    else if (!next.value())
      batch.last = true;
    else
      batch.items.push_back(std::move(*next.value()));
  }
  batch.rows_read = reader_.rows_read();
  batch.expected_rows = expected_rows(reader_);
  return batch;
}

void ReadAhead::read_all() {
  for (bool more = true; more;) {
    Batch batch = read_batch();
    more = !batch.error && !batch.last;
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return stopped_ || ready_.size() < batches_ahead; });
    if (stopped_) return;
    ready_.push_back(std::move(batch));
    lock.unlock();
    changed_.notify_all();
  }
}

}  // namespace confronta::app
