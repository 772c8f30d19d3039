#include <fstream>

#include "bench/world/output/table.h"
#include "bench/world/prose.h"

namespace confronta::world {
namespace {

// The letters that Mexican lists use beyond ASCII, as the second byte of UTF-8 after C3, and their
// byte in Mac Roman. In Windows-1252 they are Latin-1: the second byte plus 40 hex.
struct Letter {
  unsigned char utf8;
  unsigned char mac;
};
constexpr Letter letters[] = {{0x81, 0xE7}, {0x89, 0x83}, {0x8D, 0xEA}, {0x93, 0xEE}, {0x9A, 0xF2},
                              {0x91, 0x84}, {0xA1, 0x87}, {0xA9, 0x8E}, {0xAD, 0x92}, {0xB3, 0x97},
                              {0xBA, 0x9C}, {0xB1, 0x96}, {0xBC, 0x9F}, {0x9C, 0x86}};

std::string eight_bit(const std::string& text, bool mac) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c != 0xC3 || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const auto second = static_cast<unsigned char>(text[++i]);
    unsigned char byte = static_cast<unsigned char>(second + 0x40);
    if (mac)
      for (const Letter& letter : letters)
        if (letter.utf8 == second) byte = letter.mac;
    result += static_cast<char>(byte);
  }
  return result;
}

std::string quoted(const std::string& text, char delimiter) {
  if (text.find_first_of(std::string("\"\r\n") + delimiter) == text.npos) return text;
  std::string result = "\"";
  for (char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + '"';
}

std::string date_text(Day day, DateStyle style, Random& random) {
  if (style == DateStyle::mixed) {
    const double u = random.uniform();
    if (u < 0.10) return iso_date(day);
    if (u < 0.14) {
      constexpr const char* months[] = {"ene", "feb", "mar", "abr", "may", "jun",
                                        "jul", "ago", "sep", "oct", "nov", "dic"};
      const std::string iso = iso_date(day);
      return iso.substr(8, 2) + "-" + months[std::stoi(iso.substr(5, 2)) - 1] + "-" +
             iso.substr(0, 4);
    }
  }
  return style == DateStyle::iso ? iso_date(day) : day_first(day);
}

}  // namespace

std::string csv_text(const Table& table, char delimiter, Encoding encoding, DateStyle dates,
                     Random& random) {
  std::string result = encoding == Encoding::utf8_bom ? "\xEF\xBB\xBF" : "";
  const bool one_byte = encoding == Encoding::windows_1252_with_mac_cells;
  const auto line = [&](const auto& cells, const auto& text_of) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) result += delimiter;
      std::string text = text_of(cells[i]);
      // Three cells in a hundred were pasted from an old Macintosh.
      if (one_byte) text = eight_bit(text, random.chance(0.03));
      result += quoted(text, delimiter);
    }
    result += "\r\n";
  };
  line(table.header, [](const std::string& name) { return name; });
  for (const auto& row : table.rows)
    line(row, [&](const Cell& cell) {
      return cell.day == no_day ? cell.text : date_text(cell.day, dates, random);
    });
  return result;
}

Status write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return Error{"simulate.io", {path}, {}};
  return success();
}

}  // namespace confronta::world
