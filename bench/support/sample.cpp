#include "bench/support/sample.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "engine/digest.h"
#include "importers/importer.h"

namespace confronta::bench {
namespace {

[[noreturn]] void give_up(const Error& error) {
  std::fprintf(stderr, "benchmark: %s\n", error.code.c_str());
  std::abort();
}

SampleFiles write_sample() {
  world::WorldOptions options;
  options.reports = 4000;
  options.remains = 4000;
  options.seed = 7;
  SampleFiles sample;
  sample.folder = (std::filesystem::temp_directory_path() / "confronta_bench").string();
  auto files = world::simulate(options, sample.folder);
  if (!files) give_up(files.error());
  sample.files = std::move(files).value();
  return sample;
}

/// Rows by id: the first of a repeated id, which is enough to measure.
Snapshot read_sample() {
  std::map<std::string, TraitTable::Row> rows;
  for (const world::WrittenFile& file : sample_files().files) {
    auto reader = importers::open_records({file.path, file.source, file.mapping});
    if (!reader) give_up(reader.error());
    for (;;) {
      auto next = reader.value()->next();
      if (!next) give_up(next.error());
      if (!next.value()) break;
      if (auto* record = std::get_if<Record>(&*next.value()))
        rows.emplace(
            record->id,
            TraitTable::Row{record->id, record->kind, {}, std::move(record->observations)});
    }
  }
  Snapshot snapshot;
  for (auto& [id, row] : rows)
    (row.kind == SubjectKind::report ? snapshot.reports : snapshot.remains)
        .push_back(std::move(row));
  snapshot.digest = digest_of("sample");
  return snapshot;
}

}  // namespace

const SampleFiles& sample_files() {
  static const SampleFiles sample = write_sample();
  return sample;
}

const Snapshot& sample_snapshot() {
  static const Snapshot snapshot = read_sample();
  return snapshot;
}

}  // namespace confronta::bench
