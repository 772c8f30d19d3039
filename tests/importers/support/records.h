#pragma once
// Whole files read into records, and their observations as short texts.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "importers/importer.h"
#include "models/domain/value_codec.h"
#include "tests/support/source_path.h"

namespace confronta::importers::support {

/// A fixture in the real layout of a source; all that is in it is made up.
inline std::string fixture(const std::string& name) {
  return test::source_path("tests/importers/fixtures/" + name);
}

/// Everything that a record reader gives.
struct Imported {
  FileFacts facts;
  std::vector<std::string> columns;
  std::vector<Record> records;
  std::vector<RejectedRow> rejected;
  ReadingNotes notes;
  std::uint64_t rows = 0;
  std::optional<Error> error;

  const Record* find(const std::string& id) const {
    for (const Record& record : records)
      if (record.id == id) return &record;
    return nullptr;
  }
  /// The observations of a trait, each as "VALUE @COLUMN" or "(STATE) @COLUMN", parted by "; ".
  std::string seen(const std::string& id, Trait trait) const {
    const Record* record = find(id);
    if (!record) return "no record " + id;
    std::string all;
    for (const Observation& o : record->observations) {
      if (o.trait != trait) continue;
      if (!all.empty()) all += "; ";
      all += text(o) + " @" + o.from.column;
    }
    return all;
  }
  /// The observed values of one kind, in the order of the record.
  template <class T>
  std::vector<T> values(const std::string& id) const {
    std::vector<T> all;
    if (const Record* record = find(id))
      for (const Observation& o : record->observations)
        if (const T* value = std::get_if<T>(&o.value)) all.push_back(*value);
    return all;
  }
  const ReadingNotes::Warning* warning(const std::string& code) const {
    for (const auto& warning : notes.warnings)
      if (warning.code == code) return &warning;
    return nullptr;
  }

 private:
  static std::string text(const Observation& o) {
    if (o.state != ObservationState::observed) return "(" + std::string{state_name(o.state)} + ")";
    if (const auto* dates = std::get_if<DateInterval>(&o.value))
      return dates->from == dates->to ? iso_date(dates->from)
                                      : iso_date(dates->from) + ".." + iso_date(dates->to);
    std::string value = encode_value(o.value);
    for (char& c : value)
      if (c == '\x1f' || c == '\x1e') c = '|';
    return value;
  }
};

inline Imported drain(Result<std::unique_ptr<RecordReader>> reader) {
  Imported all;
  if (!reader.ok()) {
    all.error = reader.error();
    return all;
  }
  std::uint64_t rows = 0;
  for (;;) {
    auto next = reader.value()->next();
    if (!next.ok()) {
      all.error = next.error();
      return all;
    }
    if (!next.value()) break;
    if (auto* record = std::get_if<Record>(&*next.value())) {
      rows += record->rows;
      all.records.push_back(std::move(*record));
    } else {
      all.rejected.push_back(std::get<RejectedRow>(*std::move(next).value()));
      rows += all.rejected.back().rows;
    }
  }
  all.facts = reader.value()->facts();
  all.columns = reader.value()->columns();
  all.notes = reader.value()->notes();
  all.rows = reader.value()->rows_read();
  EXPECT_EQ(all.rows, rows) << "rows were lost";
  return all;
}

inline Imported import_file(const std::string& path, const std::string& mapping = "") {
  return drain(open_records({path, "", mapping}));
}

}  // namespace confronta::importers::support
