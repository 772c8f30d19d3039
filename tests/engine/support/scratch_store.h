#pragma once
// A store in a file of its own, gone with the test.

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "engine/store/import_transaction.h"
#include "engine/store/store.h"

namespace confronta::test {

class ScratchStore {
 public:
  ScratchStore() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path{::testing::TempDir()} /
              (std::string{test->test_suite_name()} + "." + test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    open();
  }
  ~ScratchStore() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  void open() {
    store_.reset();
    auto opened = Store::open(path(), Access::write);
    ASSERT_TRUE(opened.ok()) << opened.error().code;
    store_ = std::move(opened).value();
  }
  std::string path() const { return (folder_ / "store.db").string(); }
  Store& operator*() { return *store_; }
  Store* operator->() { return store_.get(); }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

inline ImportHeader header(const std::string& source, bool full_list = false) {
  ImportHeader h;
  h.path = source + ".csv";
  h.file_digest = "digest of " + source;
  h.source = source;
  h.mapping = "generic_am";
  h.mapping_text = "kind = \"report\"";
  h.format = "csv";
  h.full_list = full_list;
  h.normaliser_version = 1;
  h.instant = "2026-11-24T12:00:00Z";
  return h;
}

inline Record report(const std::string& id, const std::string& raw) {
  Record record;
  record.id = id;
  record.raw = raw;
  record.first_row = 2;
  Observation name;
  name.trait = Trait::alias;
  name.value = Text{raw};
  name.from = {0, 2, "", "APODO"};
  record.observations.push_back(name);
  return record;
}

inline RejectedRow rejected(const std::string& raw, const std::string& rule, std::uint64_t row) {
  RejectedRow r;
  r.reason = Error{rule, {"x"}, {"", "", row, "FOLIO"}};
  r.value = "";
  r.hint = "hint.no_id";
  r.raw = raw;
  return r;
}

/// Imports records and rejected rows as one file.
inline Result<ImportCounts> import_file(Store& store, const ImportHeader& h,
                                        const std::vector<Record>& records,
                                        const std::vector<RejectedRow>& rows = {},
                                        bool dry_run = false) {
  auto import = ImportTransaction::begin(store, h);
  if (!import) return import.error();
  std::uint64_t read = 0;
  for (const Record& record : records) {
    if (auto added = import.value()->add(record); !added) return added.error();
    read += record.rows;
  }
  for (const RejectedRow& row : rows) {
    if (auto added = import.value()->reject(row); !added) return added.error();
    read += row.rows;
  }
  return import.value()->finish(read, dry_run);
}

}  // namespace confronta::test
