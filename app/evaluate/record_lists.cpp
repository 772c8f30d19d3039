#include "app/evaluate/record_lists.h"

#include <algorithm>
#include <map>

namespace confronta::app {
namespace {

std::map<std::string, RowId> rows_of(const TraitTable& table, const RunView& view) {
  std::map<std::string, RowId> rows;
  for (RowId row = 0; row < table.size(); ++row)
    for (const std::string& member : view.members_of(table.id(row))) rows.emplace(member, row);
  return rows;
}

/// `ids` of the oracle (ascending) or nullptr.
RecordList list_of(const std::map<std::string, RowId>& rows, const Truth& truth, bool reports,
                   const std::vector<std::string>* oracle) {
  std::set<std::string> ids;
  if (oracle)
    ids.insert(oracle->begin(), oracle->end());
  else
    for (const auto& [id, row] : rows) ids.insert(id);
  for (const auto& [report, remains] : truth.identity()) ids.insert(reports ? report : remains);
  RecordList list;
  for (const std::string& id : ids) {
    const auto row = rows.find(id);
    list.row.push_back(row == rows.end() ? std::nullopt : std::optional{row->second});
    std::optional<std::size_t> index;
    if (oracle) {
      const auto at = std::lower_bound(oracle->begin(), oracle->end(), id);
      if (at != oracle->end() && *at == id) index = static_cast<std::size_t>(at - oracle->begin());
    }
    list.oracle.push_back(index);
    const auto person = truth.person_of.find(id);
    list.person.push_back(person == truth.person_of.end() ? no_person : person->second);
    list.ids.push_back(id);
  }
  return list;
}

}  // namespace

std::uint32_t RecordList::at(const std::string& id) const {
  return static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
}

RecordLists record_lists(const PreparedRelation& identity, const RunView& view, const Truth& truth,
                         const world::OracleScorer* oracle) {
  return {
      list_of(rows_of(*identity.left, view), truth, true, oracle ? &oracle->reports() : nullptr),
      list_of(rows_of(*identity.right, view), truth, false, oracle ? &oracle->remains() : nullptr)};
}

}  // namespace confronta::app
