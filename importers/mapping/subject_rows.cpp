#include "importers/mapping/subject_rows.h"

#include <algorithm>

#include "importers/formats/raw_rows.h"
#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

std::string nested_name(std::string_view list, std::string_view name) {
  std::string full{list};
  full += "[]";
  if (!name.empty()) (full += '.') += name;
  return full;
}

/// A raw row without its last line "LIST[K]", and K (1-based); 0 where there is none.
std::pair<std::string_view, std::size_t> split_subject(std::string_view raw,
                                                       std::string_view list) {
  const std::size_t line = raw.rfind('\n');
  if (list.empty() || line == std::string_view::npos) return {raw, 0};
  std::string_view last = raw.substr(line + 1);
  if (last.size() < list.size() + 3 || last.substr(0, list.size()) != list ||
      last[list.size()] != '[' || last.back() != ']')
    return {raw, 0};
  last.remove_prefix(list.size() + 1);
  last.remove_suffix(1);
  const auto number = parse_number(last);
  if (!number || *number < 1) return {raw, 0};
  return {raw.substr(0, line), static_cast<std::size_t>(*number)};
}

}  // namespace

std::vector<SourceRow> rows_of_subjects(SourceRow row, std::string_view list) {
  std::vector<SourceRow> subjects;
  if (!list.empty())
    for (auto& [path, elements] : row.lists)
      if (path == list) subjects = std::move(elements);
  const std::size_t count = subjects.size();
  if (count == 0) {
    subjects.push_back(std::move(row));
    return subjects;
  }
  for (std::size_t i = 0; i < count; ++i) {
    SourceRow& subject = subjects[i];
    subject.sheet = row.sheet;
    subject.row = row.row;
    subject.raw = row.raw;
    if (count > 1) (((subject.raw += '\n') += list) += '[') += std::to_string(i + 1) + ']';
    for (Field& field : subject.fields) field.name = nested_name(list, field.name);
    for (auto& nested : subject.lists) nested.first = nested_name(list, nested.first);
    subject.fields.insert(subject.fields.begin(), row.fields.begin(), row.fields.end());
    for (const auto& outer : row.lists)
      if (outer.first != list) subject.lists.push_back(outer);
  }
  return subjects;
}

SubjectRows::SubjectRows(std::unique_ptr<RowSource> source, std::string list)
    : source_(std::move(source)), list_(std::move(list)) {}

SubjectRows::SubjectRows(const RetryBatch& batch, std::string list) : list_(std::move(list)) {
  std::vector<RetryRow> rows;
  for (const RetryRow& retry : batch.rows) {
    auto [raw, number] = split_subject(retry.raw, list_);
    for (std::uint64_t row = retry.row; !raw.empty(); ++row) {
      const std::string_view one = raw.substr(0, raw.find(raw_separator));
      rows.push_back({std::string{one}, retry.sheet, row});
      chosen_.push_back(number);
      raw.remove_prefix(std::min(raw.size(), one.size() + 1));
    }
  }
  source_ = rows_from_raw(batch.facts.format, batch.columns, std::move(rows));
}

Result<std::optional<ReadRow>> SubjectRows::next() {
  while (waiting_.empty()) {
    auto read = source_->next();
    if (!read.ok() || !read.value()) return read;
    std::size_t chosen = 0;
    if (!chosen_.empty()) {
      chosen = chosen_.front();
      chosen_.pop_front();
    }
    auto* row = std::get_if<SourceRow>(&*read.value());
    if (list_.empty() || !row) {
      rows_read_ += row ? 1 : std::get<RejectedRow>(*read.value()).rows;
      return read;
    }
    auto subjects = rows_of_subjects(std::move(*row), list_);
    for (std::size_t i = 0; i < subjects.size(); ++i)
      if (chosen == 0 || chosen == i + 1) waiting_.push_back(std::move(subjects[i]));
  }
  ReadRow row = std::move(waiting_.front());
  waiting_.pop_front();
  ++rows_read_;
  return std::optional<ReadRow>{std::move(row)};
}

}  // namespace confronta::importers
