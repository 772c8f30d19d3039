// Rows a second into the store, beside a reader that only cuts lines at commas.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <utility>

#include "app/imports/add_rows.h"
#include "app/imports/import_source.h"
#include "bench/support/sample.h"

namespace confronta::bench {
namespace {

const world::WrittenFile& largest_csv() {
  const world::WrittenFile* largest = nullptr;
  for (const world::WrittenFile& file : sample_files().files)
    if (std::filesystem::path{file.path}.extension() == ".csv" &&
        (!largest ||
         std::filesystem::file_size(file.path) > std::filesystem::file_size(largest->path)))
      largest = &file;
  if (!largest) throw std::runtime_error("the sample has no CSV file");
  return *largest;
}

void baseline_split(benchmark::State& state) {
  const std::string path = largest_csv().path;
  std::int64_t rows = 0;
  for (auto _ : state) {
    std::ifstream file{path};
    std::size_t cells = 0;
    for (std::string line; std::getline(file, line); ++rows)
      cells += static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1;
    benchmark::DoNotOptimize(cells);
  }
  state.SetItemsProcessed(rows);
}
BENCHMARK(baseline_split)->Unit(benchmark::kMillisecond);

std::unique_ptr<importers::RecordReader> opened(const world::WrittenFile& file) {
  auto reader = importers::open_records({file.path, file.source, file.mapping});
  if (!reader) throw std::runtime_error(reader.error().code);
  return std::move(reader).value();
}

/// In one thread, into nothing.
void read_and_map(benchmark::State& state) {
  std::int64_t rows = 0;
  for (auto _ : state) {
    const auto reader = opened(largest_csv());
    for (auto next = reader->next(); next && next.value(); next = reader->next())
      benchmark::DoNotOptimize(next);
    rows += static_cast<std::int64_t>(reader->rows_read());
  }
  state.SetItemsProcessed(rows);
}
BENCHMARK(read_and_map)->Unit(benchmark::kMillisecond);

bool keep_on(std::uint64_t, std::uint64_t) { return true; }

/// As `confronta import` does: a thread a core, and one transaction.
void import_into_a_new_store(benchmark::State& state) {
  const std::string path = sample_files().folder + "/import_bench.db";
  const world::WrittenFile& file = largest_csv();
  std::int64_t rows = 0;
  for (auto _ : state) {
    state.PauseTiming();
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
    auto store = Store::open(path, Access::write);
    state.ResumeTiming();
    const auto reader = opened(file);
    auto import = ImportTransaction::begin(
        *store.value(), app::import_header(reader->facts(), "2026-01-01T00:00:00Z"));
    auto notes = app::add_rows(*import.value(), *reader, {keep_on, {}});
    auto counts = import.value()->finish(reader->rows_read(), false);
    if (!notes || !counts) state.SkipWithError("the import failed");  // counts: no row was lost
    rows += static_cast<std::int64_t>(reader->rows_read());
  }
  state.SetItemsProcessed(rows);
}
BENCHMARK(import_into_a_new_store)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace confronta::bench
