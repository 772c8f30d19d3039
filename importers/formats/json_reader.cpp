#include "importers/formats/json_reader.h"

#include <algorithm>
#include <deque>

#include "importers/formats/bytes.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/encoding.h"
#include "importers/formats/html_reader.h"
#include "importers/formats/json_outline.h"
#include "importers/formats/json_string.h"
#include "importers/formats/json_text.h"

namespace confronta::importers {
namespace {

constexpr std::size_t max_element = std::size_t{1} << 26;
constexpr std::size_t max_waiting = 100;  // broken elements before the first whole one

/// What both readers share: rows are read ahead as far as the first one that names the columns.
class JsonRows : public RowSource {
 public:
  JsonRows(std::unique_ptr<ByteSource> text, std::string path)
      : window_(std::move(text)), path_(std::move(path)) {}

  Status start(std::uint64_t offset) {
    while (offset > 0) {
      if (const auto filled = window_.fill(1); !filled) return filled;
      const std::uint64_t step = std::min<std::uint64_t>(offset, window_.rest().size());
      if (step == 0) return Error{"json.truncated", {}, place()};
      window_.drop(step);
      offset -= step;
    }
    while (columns_.empty() && waiting_.size() < max_waiting) {
      auto row = read();
      if (!row) return row.error();
      if (!row.value()) break;
      if (const auto* read = std::get_if<SourceRow>(&*row.value())) columns_ = json_columns(*read);
      waiting_.push_back(*std::move(row).value());
    }
    return success();
  }

  Result<std::optional<ReadRow>> next() final {
    if (waiting_.empty()) return read();
    ReadRow row = std::move(waiting_.front());
    waiting_.pop_front();
    return std::optional{std::move(row)};
  }
  const std::vector<std::string>& columns() const final { return columns_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const final { return window_.progress(); }

 protected:
  virtual Result<std::optional<ReadRow>> read() = 0;
  Location place() const { return {path_, "", row_, ""}; }
  Error too_large() const {
    return {"json.element_too_large", {std::to_string(max_element >> 20)}, place()};
  }

  Window window_;
  std::string path_;
  std::uint64_t row_ = 0;

 private:
  std::vector<std::string> columns_;
  std::deque<ReadRow> waiting_;
};

class ElementRows final : public JsonRows {
 public:
  ElementRows(std::unique_ptr<ByteSource> text, std::string path, bool in_array)
      : JsonRows(std::move(text), std::move(path)), in_array_(in_array) {}
  std::string_view format() const override { return "json"; }

 private:
  Result<std::optional<ReadRow>> read() override {
    if (ended_) return std::optional<ReadRow>{};
    ++row_;
    JsonElement element;
    for (;;) {
      const JsonCut cut = cut_json_element(window_.rest(), window_.at_end(), in_array_, element);
      if (cut == JsonCut::truncated) return Error{"json.truncated", {}, place()};
      if (cut == JsonCut::end) {
        ended_ = true;
        return std::optional<ReadRow>{};
      }
      if (cut == JsonCut::element) break;
      if (window_.rest().size() > max_element) return too_large();
      if (const auto more = window_.more(); !more) return more.error();
    }
    ReadRow row = read_json_object(window_.rest().substr(element.begin, element.length), place());
    window_.drop(element.next);
    return std::optional{std::move(row)};
  }

  bool in_array_;
  bool ended_ = false;
};

class LineRows final : public JsonRows {
 public:
  using JsonRows::JsonRows;
  std::string_view format() const override { return "jsonl"; }

 private:
  Result<std::optional<ReadRow>> read() override {
    for (;;) {
      ++row_;
      std::size_t end = window_.rest().find('\n');
      while (end == std::string_view::npos && !window_.at_end()) {
        if (window_.rest().size() > max_element) return too_large();
        const std::size_t searched = window_.rest().size();
        if (const auto more = window_.more(); !more) return more.error();
        end = window_.rest().find('\n', searched);
      }
      if (window_.rest().empty()) return std::optional<ReadRow>{};
      const std::size_t length = std::min(end, window_.rest().size());
      const std::string_view line = trimmed(window_.rest().substr(0, length));
      std::optional<ReadRow> row;
      if (!line.empty()) row = read_json_object(line, place());
      window_.drop(std::min(length + 1, window_.rest().size()));
      if (row) return row;
    }
  }
};

Error with_path(Error error, const std::string& path) {
  error.where.file = path;
  return error;
}

Result<std::unique_ptr<RowSource>> started(std::unique_ptr<JsonRows> rows, std::uint64_t offset) {
  if (const auto begun = rows->start(offset); !begun) return begun.error();
  return std::unique_ptr<RowSource>{std::move(rows)};
}

}  // namespace

Result<std::unique_ptr<RowSource>> open_json(const std::string& path, const ReadOptions& options) {
  auto text = open_text(path, options.encoding);
  if (!text) return text.error();
  const auto found =
      find_json_records(std::move(text).value(), options.list_path, options.expected_columns);
  if (!found) return with_path(found.error(), path);
  text = open_text(path, options.encoding);
  if (!text) return text.error();
  const JsonPlace& place = found.value();
  if (place.kind == JsonPlace::Kind::html)
    return open_html_rows(open_json_string(std::move(text).value(), place.offset + 1), path,
                          options);
  const bool in_array = place.kind == JsonPlace::Kind::array;
  return started(std::make_unique<ElementRows>(std::move(text).value(), path, in_array),
                 in_array ? place.offset + 1 : 0);
}

Result<std::unique_ptr<RowSource>> open_json_lines(const std::string& path,
                                                   const ReadOptions& options) {
  auto text = open_text(path, options.encoding);
  if (!text) return text.error();
  return started(std::make_unique<LineRows>(std::move(text).value(), path), 0);
}

}  // namespace confronta::importers
