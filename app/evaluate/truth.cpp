#include "app/evaluate/truth.h"

#include <functional>

#include "importers/formats/row_source.h"

namespace confronta::app {
namespace {

/// Calls `use` for every row of a delimited file; an unreadable row is an error here: truth is not
/// quarantined.
Status each_row(const std::string& path,
                const std::function<Status(const importers::SourceRow&)>& use) {
  importers::ReadOptions options;
  options.format = "csv";
  options.header_row = 1;
  auto rows = importers::open_rows(path, options);
  if (!rows) return rows.error();
  for (;;) {
    auto next = rows.value()->next();
    if (!next) return next.error();
    if (!next.value()) return success();
    if (const auto* rejected = std::get_if<RejectedRow>(&*next.value())) return rejected->reason;
    if (auto used = use(std::get<importers::SourceRow>(*next.value())); !used) return used;
  }
}

/// Gives one number to all subjects that true pairs tie together.
void number_persons(Truth& truth) {
  std::map<std::string, std::vector<std::string>> tied;
  for (const auto& [relation, pairs] : truth.pairs)
    for (const auto& [left, right] : pairs) {
      tied[left].push_back(right);
      tied[right].push_back(left);
    }
  for (const auto& [id, others] : tied) {
    if (truth.person_of.count(id) > 0) continue;
    std::vector<std::string> waiting{id};
    while (!waiting.empty()) {
      const std::string next = waiting.back();
      waiting.pop_back();
      if (!truth.person_of.emplace(next, truth.persons).second) continue;
      for (const std::string& other : tied[next]) waiting.push_back(other);
    }
    ++truth.persons;
  }
}

}  // namespace

const std::vector<IdPair>& Truth::identity() const {
  static const std::vector<IdPair> none;
  const auto at = pairs.find(Relation::identity);
  return at == pairs.end() ? none : at->second;
}

Result<Truth> read_truth(const std::string& path) {
  Truth truth;
  const auto read = each_row(path, [&](const importers::SourceRow& row) -> Status {
    const std::string* relation = row.find("relation");
    const std::string* left = row.find("left");
    const std::string* right = row.find("right");
    const Location where{path, "", row.row, ""};
    if (!relation || !left || !right || left->empty() || right->empty())
      return Error{"truth.bad_row", {}, where};
    const auto known = relation_by_name(*relation);
    if (!known) return Error{"truth.bad_relation", {*relation}, where};
    truth.pairs[*known].emplace_back(*left, *right);
    return success();
  });
  if (!read) return read.error();
  number_persons(truth);
  return truth;
}

Result<std::map<std::string, std::vector<std::string>>> read_strata(const std::string& path) {
  std::map<std::string, std::vector<std::string>> strata;
  const auto read = each_row(path, [&](const importers::SourceRow& row) -> Status {
    if (const std::string* id = row.find("id"))
      for (const importers::Field& field : row.fields)
        if (field.name != "id" && !field.text.empty())
          strata[*id].push_back(field.name + '=' + field.text);
    return success();
  });
  if (!read) return read.error();
  return strata;
}

}  // namespace confronta::app
