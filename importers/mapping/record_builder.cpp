#include "importers/mapping/record_builder.h"

#include <algorithm>
#include <utility>

#include "importers/mapping/consistency.h"
#include "importers/mapping/read_rule.h"
#include "importers/mapping/subject_rows.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

std::string raw_of(const std::vector<SourceRow>& rows) {
  std::string raw = rows.front().raw;
  for (std::size_t i = 1; i < rows.size(); ++i) (raw += raw_separator) += rows[i].raw;
  return raw;
}

}  // namespace

RecordBuilder::RecordBuilder(const Mapping& mapping, const FileFacts& facts, ReadingNotes& notes)
    : mapping_(mapping),
      facts_(facts),
      context_{facts.source,
               mapping.excel_serial || facts.format == "xlsx" || facts.format == "xls"},
      ids_(mapping, facts.source),
      collector_(notes) {
  for (const ColumnSet& set : mapping.column_sets) bindings_.emplace_back(set);
}

std::string RecordBuilder::id_of(const SourceRow& row) {
  bindings_[0].bind(row);
  return ids_.id_of(bindings_[0], row.row);
}

bool RecordBuilder::is_skipped(const SourceRow& row, Rejection& why) {
  if (mapping_.skip.empty()) return false;
  bindings_[0].bind(row);
  for (const SkipRule& skip : mapping_.skip) {
    if (!bindings_[0].has(skip.slot)) continue;
    const std::string cell = fold_words(bindings_[0].text(skip.slot));
    const bool equal = std::find(skip.equals.begin(), skip.equals.end(), cell) != skip.equals.end();
    const bool begins = std::any_of(skip.begins.begin(), skip.begins.end(),
                                    [&](const std::string& b) { return cell.rfind(b, 0) == 0; });
    if (!equal && !begins) continue;
    why.value = bindings_[0].text(skip.slot);
    why.reason = {"row.not_a_subject", {why.value}, {}};
    why.reason.where.column = bindings_[0].header(skip.slot);
    why.hint = "hint.not_a_subject";
    return true;
  }
  return false;
}

std::optional<RejectedRow> RecordBuilder::reject(const SourceRow& row, const std::string& id) {
  Rejection why;
  if (is_skipped(row, why)) return rejected({row}, std::move(why));
  if (!id.empty()) return std::nullopt;
  std::string columns;
  for (const std::int16_t slot : mapping_.id.columns)
    if (bindings_[0].has(slot))
      columns += (columns.empty() ? "" : " + ") + bindings_[0].header(slot);
  why.reason = {"row.no_id", {columns}, {}};
  why.reason.where.column = columns;
  why.hint = "hint.give_id";
  return rejected({row}, std::move(why));
}

RejectedRow RecordBuilder::rejected(const std::vector<SourceRow>& rows, Rejection rejection) const {
  Location& where = rejection.reason.where;
  where.file = facts_.path;
  if (where.row == 0) {
    where.sheet = rows.front().sheet;
    where.row = rows.front().row;
  }
  return {std::move(rejection.reason), std::move(rejection.value), std::move(rejection.hint),
          raw_of(rows), static_cast<std::uint32_t>(rows.size())};
}

std::variant<Record, RejectedRow> RecordBuilder::build(const std::vector<SourceRow>& rows,
                                                       std::string id) {
  collector_.clear();
  for (const SourceRow& row : rows) read_row(row);
  add_curp_facts(mapping_.kind, collector_);
  withdraw_impossible_dates(rows.front(), collector_);
  if (collector_.rejection()) return rejected(rows, *collector_.rejection());
  if (!has_information(collector_))
    return rejected(rows, {{"row.no_information", {}, {}}, "", "hint.no_information"});
  Record record;
  record.id = std::move(id);
  record.kind = mapping_.kind;
  record.raw = raw_of(rows);
  record.rows = static_cast<std::uint32_t>(rows.size());
  record.first_row = rows.front().row;
  record.observations = collector_.finish(state_of_empty);
  return record;
}

void RecordBuilder::read_row(const SourceRow& row) {
  collector_.at(row.sheet, row.row);
  bindings_[0].bind(row);
  for (const Rule& rule : mapping_.rules) {
    if (rule.column_set == 0) {
      read_rule(rule, RuleCells{rule, bindings_[0], {}}, context_, collector_);
      continue;
    }
    const ColumnSet& set = mapping_.column_sets[rule.column_set];
    for (const auto& [path, elements] : row.lists)
      if (path == set.list || std::count(set.other_paths.begin(), set.other_paths.end(), path) > 0)
        read_list(rule, bindings_[rule.column_set], path, elements);
  }
}

void RecordBuilder::read_list(const Rule& rule, Binding& binding, const std::string& path,
                              const std::vector<SourceRow>& elements) {
  if (elements.empty()) collector_.add_empty(rule.trait, path);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    binding.bind(elements[i]);
    const std::string prefix = path + '[' + std::to_string(i + 1) + ']';
    read_rule(rule, RuleCells{rule, binding, prefix}, context_, collector_);
  }
}

}  // namespace confronta::importers
