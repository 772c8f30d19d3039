// Rows a second into the store, beside a reader that only cuts lines at commas.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "bench/support/sample.h"
#include "engine/store/import_transaction.h"
#include "importers/importer.h"

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

std::int64_t read_all(const world::WrittenFile& file, ImportTransaction* import,
                      benchmark::State& state) {
  auto reader = importers::open_records({file.path, file.source, file.mapping});
  if (!reader) {
    state.SkipWithError(reader.error().code.c_str());
    return 0;
  }
  for (;;) {
    auto next = reader.value()->next();
    if (!next || !next.value()) break;
    if (!import) continue;
    const auto* record = std::get_if<Record>(&*next.value());
    const Status kept =
        record ? import->add(*record) : import->reject(std::get<RejectedRow>(*next.value()));
    if (!kept) state.SkipWithError(kept.error().code.c_str());
  }
  const std::uint64_t rows = reader.value()->rows_read();
  if (import)
    if (auto counts = import->finish(rows, false); !counts)  // checks that no row was lost
      state.SkipWithError(counts.error().code.c_str());
  return static_cast<std::int64_t>(rows);
}

void read_and_map(benchmark::State& state) {
  std::int64_t rows = 0;
  for (auto _ : state) rows += read_all(largest_csv(), nullptr, state);
  state.SetItemsProcessed(rows);
}
BENCHMARK(read_and_map)->Unit(benchmark::kMillisecond);

void import_into_a_new_store(benchmark::State& state) {
  const std::string path = sample_files().folder + "/import_bench.db";
  const world::WrittenFile& file = largest_csv();
  std::int64_t rows = 0;
  for (auto _ : state) {
    state.PauseTiming();
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
    auto store = Store::open(path, Access::write);
    state.ResumeTiming();
    ImportHeader header;
    header.path = file.path;
    header.source = file.source.empty() ? "bench" : file.source;
    header.instant = "2026-01-01T00:00:00Z";
    auto import = ImportTransaction::begin(*store.value(), header);
    rows += read_all(file, import.value().get(), state);
  }
  state.SetItemsProcessed(rows);
}
BENCHMARK(import_into_a_new_store)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace confronta::bench
