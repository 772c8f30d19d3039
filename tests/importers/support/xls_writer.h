#pragma once
// A small BIFF8 workbook in its compound file, for tests: one sheet, texts, numbers and dates.
// After "[MS-XLS]" and "[MS-CFB]" (Microsoft Open Specifications).

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace confronta::importers::support {

class XlsWriter {
 public:
  explicit XlsWriter(bool from_1904 = false) : from_1904_(from_1904) {}

  void text(int row, int column, const std::u16string& text) {
    texts_.push_back(text);
    std::string cell = place(row, column, 0);
    add(cell, static_cast<std::uint32_t>(texts_.size() - 1));
    record(cells_, 0x00FD, cell);  // LABELSST
  }
  void number(int row, int column, double number) { number_cell(row, column, 0, number); }
  void date(int row, int column, double serial) { number_cell(row, column, 1, serial); }

  /// The bytes of the file.
  std::string bytes() const {
    std::string sheet;
    record(sheet, 0x0809, bof(0x0010));
    std::string dimensions;
    for (const std::uint32_t n : {0U, static_cast<std::uint32_t>(last_row_ + 1)})
      add(dimensions, n);
    add16(dimensions, 0);
    add16(dimensions, static_cast<unsigned>(last_column_ + 1));
    add16(dimensions, 0);
    record(sheet, 0x0200, dimensions);
    sheet += cells_;
    record(sheet, 0x000A, "");

    // The sheet begins behind the globals, whose length does not depend on where that is.
    const std::string globals = workbook_globals(0);
    std::string stream = workbook_globals(static_cast<std::uint32_t>(globals.size())) + sheet;
    stream.resize(std::max<std::size_t>(stream.size(), 4096), '\0');  // below it is a mini stream
    return compound_file(stream);
  }

 private:
  static constexpr std::size_t sector = 512;

  static void add16(std::string& to, unsigned n) {
    to += static_cast<char>(n & 0xFF);
    to += static_cast<char>(n >> 8 & 0xFF);
  }
  static void add(std::string& to, std::uint32_t n) {
    add16(to, n & 0xFFFF);
    add16(to, n >> 16);
  }
  static void record(std::string& to, unsigned type, const std::string& content) {
    add16(to, type);
    add16(to, static_cast<unsigned>(content.size()));
    to += content;
  }
  static std::string bof(unsigned kind) {
    std::string content;
    for (const unsigned n : {0x0600U, kind, 0x0DBBU, 0x07CCU}) add16(content, n);
    add(content, 0);
    add(content, 6);
    return content;
  }
  std::string place(int row, int column, unsigned format) {
    last_row_ = std::max(last_row_, row);
    last_column_ = std::max(last_column_, column);
    std::string cell;
    add16(cell, static_cast<unsigned>(row));
    add16(cell, static_cast<unsigned>(column));
    add16(cell, format);
    return cell;
  }
  void number_cell(int row, int column, unsigned format, double number) {
    std::string cell = place(row, column, format);
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    cell.append(raw, sizeof number);
    record(cells_, 0x0203, cell);  // NUMBER
  }

  std::string workbook_globals(std::uint32_t sheet_offset) const {
    std::string globals;
    record(globals, 0x0809, bof(0x0005));
    std::string number;
    add16(number, 1200);
    record(globals, 0x0042, number);  // CODEPAGE
    number.clear();
    add16(number, from_1904_ ? 1 : 0);
    record(globals, 0x0022, number);  // DATEMODE
    for (const unsigned format : {0U, 14U}) {
      std::string xf;
      add16(xf, 0);
      add16(xf, format);
      xf.resize(20, '\0');
      record(globals, 0x00E0, xf);
    }
    std::string sheet;
    add(sheet, sheet_offset);
    add16(sheet, 0);
    sheet += std::string{"\x04\x00", 2} + "Hoja";
    record(globals, 0x0085, sheet);  // BOUNDSHEET
    std::string table;
    add(table, static_cast<std::uint32_t>(texts_.size()));
    add(table, static_cast<std::uint32_t>(texts_.size()));
    for (const std::u16string& text : texts_) {
      add16(table, static_cast<unsigned>(text.size()));
      table += '\x01';  // UTF-16
      for (const char16_t unit : text) add16(table, unit);
    }
    record(globals, 0x00FC, table);  // SST
    record(globals, 0x000A, "");
    return globals;
  }

  static std::string directory_entry(const std::u16string& name, char type, std::uint32_t child,
                                     std::uint32_t start, std::size_t size) {
    std::string entry;
    for (const char16_t unit : name) add16(entry, unit);
    entry.resize(64, '\0');
    add16(entry, name.empty() ? 0 : static_cast<unsigned>(name.size() * 2 + 2));
    entry += type;
    entry += '\x01';
    add(entry, 0xFFFFFFFF);
    add(entry, 0xFFFFFFFF);
    add(entry, child);
    entry.resize(116, '\0');
    add(entry, start);
    add(entry, static_cast<std::uint32_t>(size));
    add(entry, 0);
    return entry;
  }

  /// Header, sector 0 the allocation table, sector 1 the directory, then the stream.
  static std::string compound_file(const std::string& stream) {
    const auto sectors = static_cast<std::uint32_t>((stream.size() + sector - 1) / sector);
    std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    file.resize(24, '\0');
    for (const unsigned n : {0x003EU, 3U, 0xFFFEU, 9U, 6U}) add16(file, n);
    file.resize(44, '\0');
    for (const std::uint32_t n : {1U, 1U, 0U, 4096U, 0xFFFFFFFEU, 0U, 0xFFFFFFFEU, 0U, 0U})
      add(file, n);
    while (file.size() < sector) add(file, 0xFFFFFFFF);
    std::string table;
    add(table, 0xFFFFFFFD);
    add(table, 0xFFFFFFFE);
    for (std::uint32_t i = 0; i < sectors; ++i) add(table, i + 1 == sectors ? 0xFFFFFFFE : i + 3);
    while (table.size() < sector) add(table, 0xFFFFFFFF);
    std::string directory = directory_entry(u"Root Entry", 5, 1, 0xFFFFFFFE, 0) +
                            directory_entry(u"Workbook", 2, 0xFFFFFFFF, 2, stream.size());
    while (directory.size() < sector) directory += directory_entry(u"", 0, 0xFFFFFFFF, 0, 0);
    file += table + directory + stream;
    file.resize((file.size() + sector - 1) / sector * sector, '\0');
    return file;
  }

  bool from_1904_;
  std::vector<std::u16string> texts_;
  std::string cells_;
  int last_row_ = 0;
  int last_column_ = 0;
};

}  // namespace confronta::importers::support
