#include "models/evidence/common/mark_lists.h"

#include <algorithm>
#include <utility>

#include "models/evidence/common/listed_once.h"
#include "models/evidence/common/mark_content.h"

namespace confronta {
namespace {

bool says_nothing(const Mark& mark) {
  return mark.type.empty() && mark.region.empty() && mark.motifs.empty() &&
         mark.inscription.empty() && mark.description.empty();
}

// Greater tells more.
int weight(const Mark& mark) {
  return (mark.inscription.empty() ? 0 : 1000) + static_cast<int>(mark.motifs.size()) * 10 +
         (mark.region.empty() ? 0 : 2) + (mark.side.empty() ? 0 : 1);
}

bool same(const Mark& a, const Mark& b) {
  return a.type == b.type && a.region == b.region && a.side == b.side;
}

}  // namespace

int mark_type_index(std::string_view type) {
  const auto* at = std::find(mark_types.begin(), mark_types.end(), type);
  return at == mark_types.end() ? -1 : static_cast<int>(at - mark_types.begin());
}

MarkList marks_of(const TraitTable& table, RowId row) {
  MarkList list;
  std::vector<const Observation*> all;
  for (const Observation& o : table.observations(row, Trait::mark)) {
    if (o.state != ObservationState::observed) continue;
    list.says = true;
    const Mark* mark = std::get_if<Mark>(&o.value);
    if (mark && !says_nothing(*mark)) all.push_back(&o);
  }
  list.marks = listed_once<Mark>(std::move(all), weight, same);
  return list;
}

std::uint32_t MarkIndex::add(const Mark& mark, const std::string& condition, std::uint32_t sex) {
  const std::string content = content_key(mark);
  const auto [at_content, is_new_content] =
      content_numbers_.emplace(content, static_cast<std::uint32_t>(contents_.size()));
  if (is_new_content) contents_.push_back(content);
  MarkClass c{mark_type_index(mark.type), place_code(mark.region, mark.side), at_content->second,
              condition, sex};
  const std::string key = std::to_string(c.type) + ' ' + std::to_string(c.place) + ' ' +
                          std::to_string(c.content) + ' ' + std::to_string(sex) + ' ' + condition;
  const auto [at, is_new] =
      class_numbers_.emplace(key, static_cast<std::uint32_t>(classes_.size()));
  if (is_new) classes_.push_back(std::move(c));
  return at->second;
}

}  // namespace confronta
