#include "app/imports/read_ahead.h"

#include <utility>

namespace confronta::app {
namespace {

constexpr std::size_t batch_size = 256;
constexpr std::uint64_t batches_ahead_per_thread = 3;

/// All rows of the file, judged by the share of its bytes that was read so far.
std::uint64_t expected_rows(const importers::RecordReader& reader) {
  const auto [read, total] = reader.progress();
  if (read == 0) return 0;
  return static_cast<std::uint64_t>(static_cast<double>(reader.rows_read()) *
                                    static_cast<double>(total) / static_cast<double>(read));
}

/// Records leave their thread as text: freeing a thousand small strings in another is slow.
void map_rows(importers::RowBlock& block, ReadAhead::Batch& batch) {
  auto items = block.map(batch.notes);
  batch.items.reserve(items.size());
  for (auto& item : items) {
    if (auto* record = std::get_if<Record>(&item))
      batch.items.emplace_back(encode_record(std::move(*record)));
    else
      batch.items.emplace_back(std::get<RejectedRow>(std::move(item)));
  }
}

}  // namespace

ReadAhead::ReadAhead(importers::RecordReader& reader, unsigned threads)
    : reader_(reader), most_ahead_(threads * batches_ahead_per_thread) {
  threads_.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock{mutex_};
    stopped_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

ReadAhead::Batch ReadAhead::next() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [this] { return ready_.count(given_) > 0; });
  Batch batch = std::move(ready_.extract(given_++).mapped());
  lock.unlock();
  changed_.notify_all();
  return batch;
}

std::unique_ptr<importers::RowBlock> ReadAhead::read(Batch& batch) {
  auto block = reader_.read_block(batch_size);
  if (!block)
    batch.error = block.error();
  else if (!block.value())
    batch.last = true;
  batch.rows_read = reader_.rows_read();
  batch.expected_rows = expected_rows(reader_);
  return block ? std::move(block).value() : nullptr;
}

void ReadAhead::work() {
  std::unique_lock lock{mutex_};
  for (;;) {
    changed_.wait(lock, [this] {
      return stopped_ || ended_ || (!reading_ && begun_ < given_ + most_ahead_);
    });
    if (stopped_ || ended_) return;
    const std::uint64_t number = begun_++;
    reading_ = true;
    lock.unlock();
    Batch batch;
    auto block = read(batch);
    lock.lock();
    reading_ = false;
    ended_ = batch.error || batch.last;
    lock.unlock();
    changed_.notify_all();
    if (block) map_rows(*block, batch);
    block.reset();  // frees the rows while others read and map
    lock.lock();
    ready_.emplace(number, std::move(batch));
    changed_.notify_all();
  }
}

}  // namespace confronta::app
