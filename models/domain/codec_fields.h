#pragma once
// Texts of fields and lists, divided by control characters that belong to no text. Within the
// codecs of models/domain.

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/number_text.h"
#include "models/domain/value.h"

namespace confronta::codec {

inline constexpr char field_end = '\x1f';
inline constexpr char item_end = '\x1e';
inline constexpr char part_end = '\x1c';

/// encode_value, at the end of a text.
void append_value(std::string& out, const Value& value);

/// Appends fields to a text in order; the reader below takes them in the same order.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  Writer& text(std::string_view value) {
    begin_field();
    append(value);
    return *this;
  }
  Writer& list(const std::vector<std::string>& items) {
    begin_field();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += item_end;
      append(items[i]);
    }
    return *this;
  }
  Writer& number(double value) { return text(number_text(value)); }
  Writer& integer(long value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return text({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
  }

 private:
  void begin_field() {
    if (!first_) out_ += field_end;
    first_ = false;
  }
  void append(std::string_view value) {
    bool plain = true;
    for (const char c : value) plain &= !is_separator(c);
    if (plain) {
      out_ += value;
      return;
    }
    for (const char c : value)
      if (!is_separator(c)) out_ += c;  // our separators never belong to a text
  }
  static bool is_separator(char c) { return c >= part_end && c <= field_end; }

  std::string& out_;
  bool first_ = true;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  std::string text() {
    if (done_) {
      good_ = false;
      return {};
    }
    const auto at = rest_.find(field_end);
    std::string field{rest_.substr(0, at)};
    if (at == std::string_view::npos)
      done_ = true;
    else
      rest_.remove_prefix(at + 1);
    return field;
  }
  double number() {
    const auto value = parse_number(text());
    good_ = good_ && value.has_value();
    return value.value_or(0);
  }
  long integer() {
    const std::string field = text();
    long value = 0;
    const auto end = std::from_chars(field.data(), field.data() + field.size(), value);
    good_ = good_ && end.ec == std::errc{} && end.ptr == field.data() + field.size();
    return value;
  }
  void fail() { good_ = false; }
  bool finished() const { return good_ && done_; }

 private:
  std::string_view rest_;
  bool done_ = false;
  bool good_ = true;
};

inline std::vector<std::string> items_of(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto at = text.find(item_end);
    items.emplace_back(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  }
  return items;
}

}  // namespace confronta::codec
