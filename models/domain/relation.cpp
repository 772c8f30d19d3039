#include "models/domain/relation.h"

namespace confronta {

std::string_view relation_name(Relation relation) {
  static constexpr std::array<std::string_view, 4> names{"identity", "duplicate", "same_body",
                                                         "part"};
  return names[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation_by_name(std::string_view name) {
  for (Relation relation : all_relations)
    if (relation_name(relation) == name) return relation;
  return std::nullopt;
}

}  // namespace confronta
