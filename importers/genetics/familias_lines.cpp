#include "importers/genetics/familias_lines.h"

#include <algorithm>
#include <array>

#include "importers/formats/cell_encoding.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/encoding.h"
#include "models/domain/number_text.h"

namespace confronta::importers::familias {
namespace {

std::string whole_text(const std::string& path) {
  const auto source = must(open_text(path, ""), 0);
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t count = must(source->read(buffer), 0))
    bytes.append(buffer.data(), count);
  return bytes;
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, line.find_first_of(" \t"));
}

std::optional<int> whole_number(std::string_view text) {
  constexpr double most = 1e6;  // of anything that such a file counts
  const auto number = parse_number(text);
  if (!number || !(*number >= 0 && *number <= most)) return std::nullopt;
  const int whole = static_cast<int>(*number);
  return whole == *number ? std::optional{whole} : std::nullopt;
}

}  // namespace

void refuse(const char* code, std::vector<std::string> arguments, std::uint64_t row) {
  throw Refusal{Error{code, std::move(arguments), {"", "", row, ""}}};
}

Lines::Lines(const std::string& path) {
  const std::string bytes = whole_text(path);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string line = to_utf8(std::string_view{bytes}.substr(begin, end - begin));
    lines_.emplace_back(trimmed(line));
    begin = end + 1;
  }
}

void Lines::expected(std::string_view what) const {
  if (at_end()) refuse("familias.ends", {std::string{what}}, row());
  refuse("familias.expected", {std::string{what}, std::string{peek()}}, row());
}

void Lines::skip_blank() {
  while (!at_end() && peek().empty()) ++next_;
}

std::string Lines::text() {
  if (at_end()) expected(line::text);
  std::string_view text = peek();
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = trimmed(text.substr(1, text.size() - 2));
  std::string taken{text};
  ++next_;
  return taken;
}

int Lines::count() {
  const auto number = whole_number(first_word(peek()));
  if (!number) expected(line::count);
  ++next_;
  return *number;
}

double Lines::number() {
  const auto number = parse_number(peek());
  if (!number) expected(line::number);
  ++next_;
  return *number;
}

bool Lines::flag() {
  const std::string_view word = first_word(peek());
  if (word != "#TRUE#" && word != "#FALSE#") expected(line::flag);
  const bool is_true = word == "#TRUE#";
  ++next_;
  return is_true;
}

void Lines::literal(std::string_view of) {
  const std::string_view line = peek();
  if (line != of && line != '"' + std::string{of} + '"') expected(of);
  ++next_;
}

void Lines::skip(int lines) {
  if (lines_.size() - next_ < static_cast<std::size_t>(lines)) {
    next_ = lines_.size();
    expected(line::text);
  }
  next_ += static_cast<std::size_t>(lines);
}

bool Lines::is_heading(int depth, std::string_view begins) {
  skip_blank();
  const std::string_view line = peek();
  const auto marks = static_cast<std::size_t>(depth);
  if (line.size() < 2 * marks + begins.size()) return false;
  return line.substr(0, marks) == std::string(marks, '[') &&
         line.substr(line.size() - marks) == std::string(marks, ']') &&
         line.substr(marks, begins.size()) == begins;
}

void Lines::heading(int depth, std::string_view begins) {
  if (!is_heading(depth, begins)) {
    const auto marks = static_cast<std::size_t>(depth);
    expected(std::string(marks, '[') + std::string{begins} + std::string(marks, ']'));
  }
  ++next_;
}

std::string Lines::value(std::string_view key) {
  skip_blank();
  const std::string begin = std::string{key} + '=';
  if (peek().substr(0, begin.size()) != begin) expected(begin);
  std::string value{trimmed(peek().substr(begin.size()))};
  ++next_;
  return value;
}

int Lines::value_count(std::string_view key) {
  skip_blank();
  const std::string begin = std::string{key} + '=';
  if (peek().substr(0, begin.size()) != begin) expected(begin);
  const auto number = whole_number(trimmed(peek().substr(begin.size())));
  if (!number) expected(line::count);
  ++next_;
  return *number;
}

double labelled(std::string_view line, std::string_view label) {
  std::size_t at = line.find(label);
  if (at == line.npos) return 0;
  at = line.find_first_not_of(" \t=:", at + label.size());
  if (at == line.npos) return 0;
  const std::size_t end = line.find_first_of(" \t,;)", at);
  return parse_number(line.substr(at, end - at)).value_or(0);
}

}  // namespace confronta::importers::familias
