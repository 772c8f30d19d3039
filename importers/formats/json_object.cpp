#include <algorithm>
#include <nlohmann/json.hpp>

#include "importers/formats/cell_text.h"
#include "importers/formats/json_text.h"

namespace confronta::importers {
namespace {

using nlohmann::json;

constexpr std::size_t max_depth = 64;

/// Builds a row from what the parser meets. An element of an array opens a row of its own.
class Flattener final : public json::json_sax_t {
 public:
  bool null() override { return value({}); }
  bool boolean(bool yes) override { return value(yes ? "true" : "false"); }
  bool number_integer(number_integer_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number)); }
  bool number_float(number_float_t, const string_t& text) override { return value(text); }
  bool string(string_t& text) override { return value(std::string{trimmed(text)}); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    const bool opens_row = frames_.empty() || frames_.back().array;
    if (opens_row) rows_.emplace_back();
    return push({false, opens_row, opens_row ? "" : name() + ".", {}});
  }
  bool key(string_t& text) override {
    key_ = std::move(text);
    return true;
  }
  bool end_object() override { return pop(); }

  bool start_array(std::size_t) override {
    if (frames_.empty()) {
      code = "json.not_an_object";
      return false;
    }
    const bool opens_row = frames_.back().array;
    if (opens_row) rows_.emplace_back();
    return push({true, opens_row, opens_row ? "" : name(), {}});
  }
  bool end_array() override {
    rows_.back().lists.emplace_back(std::move(frames_.back().name),
                                    std::move(frames_.back().elements));
    return pop();
  }
  bool parse_error(std::size_t at, const std::string&, const json::exception&) override {
    code = "json.bad_element";
    byte = at;
    return false;
  }

  SourceRow& root() { return rows_.front(); }

  const char* code = "json.bad_element";
  std::size_t byte = 0;

 private:
  struct Frame {
    bool array;
    bool opens_row;
    std::string name;  // of an object: what stands before its keys; of an array: its path
    std::vector<SourceRow> elements;
  };

  std::string name() const { return frames_.back().name + key_; }

  bool value(std::string text) {
    if (frames_.empty()) {
      code = "json.not_an_object";
      return false;
    }
    if (frames_.back().array) {
      frames_.back().elements.emplace_back().fields.push_back({"", std::move(text)});
    } else {
      rows_.back().fields.push_back({name(), std::move(text)});
    }
    return true;
  }

  bool push(Frame frame) {
    if (frames_.size() == max_depth) {
      code = "json.too_deep";
      return false;
    }
    frames_.push_back(std::move(frame));
    return true;
  }

  bool pop() {
    const bool closes_row = frames_.back().opens_row;
    frames_.pop_back();
    if (closes_row && !frames_.empty()) {
      frames_.back().elements.push_back(std::move(rows_.back()));
      rows_.pop_back();
    }
    return true;
  }

  std::vector<Frame> frames_;
  std::vector<SourceRow> rows_;
  std::string key_;
};

/// Bare control characters in strings escaped, and NaN and Infinity outside of them made null.
std::string repaired(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string better;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto code = static_cast<unsigned char>(c);
    if (in_string && c == '\\' && i + 1 < text.size()) {
      better += c;
      better += text[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string && code < 0x20) {
      better += "\\u00";
      better += digits[code >> 4];
      better += digits[code & 15];
      continue;
    }
    bool replaced = false;
    if (!in_string) {
      for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
        if (text.substr(i, word.size()) != word) continue;
        better += "null";
        i += word.size() - 1;
        replaced = true;
        break;
      }
    }
    if (!replaced) better += c;
  }
  return better;
}

bool parse(std::string_view text, Flattener& flattener) {
  try {
    return json::sax_parse(text, &flattener);
  } catch (const std::exception&) {
    return false;  // out of memory for a hostile text; the flattener's code says "bad element"
  }
}

void set_place(SourceRow& row, std::uint64_t place) {
  row.row = place;
  for (auto& [path, rows] : row.lists)
    for (SourceRow& inner : rows) set_place(inner, place);
}

void add_columns(const SourceRow& row, const std::string& prefix,
                 std::vector<std::string>& columns) {
  const auto add = [&](const std::string& name) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
  };
  for (const Field& field : row.fields)
    add(field.name.empty() ? prefix : prefix + (prefix.empty() ? "" : ".") + field.name);
  for (const auto& [path, rows] : row.lists) {
    const std::string list = prefix + (prefix.empty() || path.empty() ? "" : ".") + path + "[]";
    if (rows.empty()) add(list);
    for (const SourceRow& inner : rows) add_columns(inner, list, columns);
  }
}

}  // namespace

ReadRow read_json_object(std::string_view text, const Location& where) {
  std::string raw = json_utf8(text);
  Flattener flattener;
  if (!parse(raw, flattener)) {
    Flattener again;
    if (std::string_view{flattener.code} != "json.bad_element" || !parse(repaired(raw), again)) {
      RejectedRow rejected;
      rejected.reason = {flattener.code, {std::to_string(flattener.byte)}, where};
      rejected.hint = std::string{"hint."} + flattener.code;
      rejected.raw = std::move(raw);
      return rejected;
    }
    flattener = std::move(again);
  }
  SourceRow row = std::move(flattener.root());
  set_place(row, where.row);
  row.raw = std::move(raw);
  return row;
}

std::vector<std::string> json_columns(const SourceRow& row) {
  std::vector<std::string> columns;
  add_columns(row, "", columns);
  return columns;
}

std::string json_array(const std::vector<std::string>& texts) {
  return json(texts).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::vector<std::string>> read_json_array(std::string_view text) {
  const json array = json::parse(text, nullptr, false);
  if (!array.is_array()) return {};
  std::vector<std::string> texts;
  for (const json& element : array) {
    if (!element.is_string()) return {};
    texts.push_back(element.get<std::string>());
  }
  return texts;
}

}  // namespace confronta::importers
