#include "models/domain/reference_set.h"

#include <charconv>
#include <cstdio>

#include "models/domain/number_text.h"

namespace confronta {
namespace {

Error bad_line(std::string_view line) {
  return Error{"reference.bad_line", {std::string{line}}, {}};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

std::string printable(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

double ReferenceTable::at(std::string_view key, double otherwise) const {
  const auto found = numbers.find(key);
  return found == numbers.end() ? otherwise : found->second;
}

const ReferenceTable& ReferenceSet::find(std::string_view name) const {
  static const ReferenceTable empty;
  const auto found = tables_.find(name);
  return found == tables_.end() ? empty : found->second;
}

// table <TAB> name <TAB> count <TAB> origin, then a line "key <TAB> number" for each entry.
// Keys never hold tabs or line ends: they are codes and normalised words.
std::string ReferenceSet::canonical_text() const {
  std::string text;
  for (const auto& [name, table] : tables_) {
    text += "table\t" + name + '\t' + number_text(table.count) + '\t' + table.origin + '\n';
    for (const auto& [key, number] : table.numbers)
      text += '\t' + key + '\t' + number_text(number) + '\n';
  }
  return text;
}

Result<ReferenceSet> ReferenceSet::parse(std::string_view text) {
  ReferenceSet set;
  ReferenceTable* table = nullptr;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto parts = split(line, '\t');
    if (parts.size() == 4 && parts[0] == "table") {
      const auto count = parse_number(parts[2]);
      if (!count) return bad_line(line);
      table = &set.table(std::string{parts[1]});
      table->count = *count;
      table->origin = parts[3];
    } else if (parts.size() == 3 && parts[0].empty() && table) {
      const auto number = parse_number(parts[2]);
      if (!number) return bad_line(line);
      table->numbers[std::string{parts[1]}] = *number;
    } else {
      return bad_line(line);
    }
  }
  return set;
}

}  // namespace confronta
