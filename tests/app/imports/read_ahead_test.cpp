// What is read ahead by several threads is what one reader gives row by row.

#include "app/imports/read_ahead.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace confronta::app {
namespace {

using Items = std::vector<std::variant<EncodedRecord, RejectedRow>>;

/// Two thousand rows: every seventh has a date that nobody can read, every eleventh no id, and
/// some rows in the middle stand twice.
std::string written_list() {
  const auto path = std::filesystem::path{testing::TempDir()} / "read_ahead.csv";
  std::ofstream file{path};
  file << "FOLIO,NOMBRE,SEXO,FECHA DE NACIMIENTO,FECHA DE DESAPARICION,ESTATURA\n";
  for (int i = 0; i < 2000; ++i) {
    const int n = i >= 900 && i < 950 ? 900 : i;
    file << (i % 11 == 0 ? "" : "F-" + std::to_string(n)) << ",PRUEBA " << n << ",MUJER,"
         << (i % 7 == 0 ? "31/31/31-" + std::to_string(i) : "03/02/1990") << ",05/06/2019,1."
         << 50 + i % 30 << '\n';
  }
  return path.string();
}

std::unique_ptr<importers::RecordReader> opened(const std::string& path) {
  auto reader = importers::open_records({path, "lista", "generic_am"});
  return reader ? std::move(reader.value()) : nullptr;
}

struct AllRead {
  Items items;
  importers::ReadingNotes notes;
  std::uint64_t rows = 0;
};

AllRead read_ahead(const std::string& path, unsigned threads) {
  AllRead all;
  const auto reader = opened(path);
  if (!reader) return all;
  {
    ReadAhead ahead{*reader, threads};
    for (bool more = true; more;) {
      ReadAhead::Batch batch = ahead.next();
      EXPECT_FALSE(batch.error);
      for (auto& item : batch.items) all.items.push_back(std::move(item));
      all.notes.append(std::move(batch.notes));
      more = !batch.last && !batch.error;
    }
  }
  all.rows = reader->rows_read();
  return all;
}

AllRead read_row_by_row(const std::string& path) {
  AllRead all;
  const auto reader = opened(path);
  if (!reader) return all;
  for (;;) {
    auto next = reader->next();
    if (!next || !next.value()) break;
    if (auto* record = std::get_if<Record>(&*next.value()))
      all.items.emplace_back(encode_record(std::move(*record)));
    else
      all.items.emplace_back(std::get<RejectedRow>(std::move(*next.value())));
  }
  all.notes = reader->notes();
  all.rows = reader->rows_read();
  return all;
}

void expect_same(const AllRead& one, const AllRead& other) {
  EXPECT_EQ(one.rows, other.rows);
  ASSERT_EQ(one.items.size(), other.items.size());
  for (std::size_t i = 0; i < one.items.size(); ++i) {
    ASSERT_EQ(one.items[i].index(), other.items[i].index()) << i;
    if (const auto* record = std::get_if<EncodedRecord>(&one.items[i])) {
      EXPECT_EQ(*record, std::get<EncodedRecord>(other.items[i])) << i;
    } else {
      const auto& left = std::get<RejectedRow>(one.items[i]);
      const auto& right = std::get<RejectedRow>(other.items[i]);
      EXPECT_EQ(left.reason, right.reason) << i;
      EXPECT_EQ(left.raw, right.raw) << i;
    }
  }
  ASSERT_EQ(one.notes.warnings.size(), other.notes.warnings.size());
  for (std::size_t i = 0; i < one.notes.warnings.size(); ++i) {
    const auto& left = one.notes.warnings[i];
    const auto& right = other.notes.warnings[i];
    EXPECT_EQ(left.code, right.code);
    EXPECT_EQ(left.column, right.column);
    EXPECT_EQ(left.count, right.count);
    EXPECT_EQ(left.example, right.example);
  }
}

TEST(ReadAhead, GivesTheSameForAnyNumberOfThreads) {
  const std::string path = written_list();
  const AllRead expected = read_row_by_row(path);
  ASSERT_EQ(expected.rows, 2000U);
  ASSERT_FALSE(expected.notes.warnings.empty());
  for (const unsigned threads : {1U, 2U, 5U}) expect_same(read_ahead(path, threads), expected);
}

TEST(ReadAhead, StopsWhenNobodyWantsTheRest) {
  const auto reader = opened(written_list());
  ASSERT_NE(reader, nullptr);
  std::uint64_t rows = 0;
  {
    ReadAhead ahead{*reader, 2};
    rows = ahead.next().rows_read;
  }
  EXPECT_GE(rows, 1U);
  EXPECT_LE(reader->rows_read(), 2000U);
}

}  // namespace
}  // namespace confronta::app
