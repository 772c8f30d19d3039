#include "importers/mapping/subject_rows.h"

#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

/// The file itself.
class FileRows final : public SubjectRows {
 public:
  FileRows(std::unique_ptr<RowSource> source, std::string list)
      : source_(std::move(source)), list_(std::move(list)) {}

  Result<std::optional<ReadRow>> next() override {
    if (waiting_.empty()) {
      auto read = source_->next();
      if (!read.ok() || !read.value()) return read;
      auto* row = std::get_if<SourceRow>(&*read.value());
      if (list_.empty() || !row) {
        rows_read_ += row ? 1 : std::get<RejectedRow>(*read.value()).rows;
        return read;
      }
      for (SourceRow& subject : rows_of_subjects(std::move(*row), list_))
        waiting_.push_back(std::move(subject));
    }
    ReadRow row = std::move(waiting_.front());
    waiting_.pop_front();
    ++rows_read_;
    return std::optional<ReadRow>{std::move(row)};
  }
  const std::vector<std::string>& columns() const override { return source_->columns(); }
  std::string_view format() const override { return source_->format(); }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return source_->progress(); }

 private:
  std::unique_ptr<RowSource> source_;
  std::string list_;
  std::deque<SourceRow> waiting_;
};

/// Rows of the quarantine.
class RetryRows final : public SubjectRows {
 public:
  RetryRows(const RetryBatch& batch, std::string list) : batch_(batch), list_(std::move(list)) {}

  Result<std::optional<ReadRow>> next() override {
    while (waiting_.empty()) {
      if (at_ == batch_.rows.size()) return std::optional<ReadRow>{};
      read_again(batch_.rows[at_++]);
    }
    ReadRow row = std::move(waiting_.front());
    waiting_.pop_front();
    const auto* rejected = std::get_if<RejectedRow>(&row);
    rows_read_ += rejected ? rejected->rows : 1;
    return std::optional<ReadRow>{std::move(row)};
  }
  const std::vector<std::string>& columns() const override { return batch_.columns; }
  std::string_view format() const override { return batch_.facts.format; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return {at_, batch_.rows.size()};
  }

 private:
  void read_again(const RetryRow& retry) {
    const auto [raw, number] = split_subject_raw(retry.raw, list_);
    auto rows = rows_from_raw(batch_.facts.format, batch_.columns, raw);
    if (!rows.ok()) {
      RejectedRow rejected{rows.error(), "", "hint.unreadable_row", retry.raw, 1};
      rejected.reason.where = {batch_.facts.path, retry.sheet, retry.row, ""};
      waiting_.push_back(std::move(rejected));
      return;
    }
    std::uint64_t row_number = retry.row;
    for (SourceRow& row : rows.value()) {
      row.sheet = retry.sheet;
      row.row = row_number++;
      auto subjects = rows_of_subjects(std::move(row), list_);
      for (std::size_t i = 0; i < subjects.size(); ++i)
        if (number == 0 || number == i + 1) waiting_.push_back(std::move(subjects[i]));
    }
  }

  RetryBatch batch_;
  std::string list_;
  std::size_t at_ = 0;
  std::deque<ReadRow> waiting_;
};

std::string nested_name(std::string_view list, std::string_view name) {
  std::string full{list};
  full += "[]";
  if (!name.empty()) (full += '.') += name;
  return full;
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

std::pair<std::string_view, std::size_t> split_subject_raw(std::string_view raw,
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
  return number && *number >= 1 ? std::pair{raw.substr(0, line), static_cast<std::size_t>(*number)}
                                : std::pair{raw, std::size_t{0}};
}

std::unique_ptr<SubjectRows> subject_rows(std::unique_ptr<RowSource> source, std::string list) {
  return std::make_unique<FileRows>(std::move(source), std::move(list));
}

std::unique_ptr<SubjectRows> subject_rows(const RetryBatch& batch, std::string list) {
  return std::make_unique<RetryRows>(batch, std::move(list));
}

}  // namespace confronta::importers
