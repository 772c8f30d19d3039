#pragma once
// Which pairs a run looks at. A relation fixes both propositions:
//   identity   report x remains   H1: the remains are of the person reported.
//   duplicate  report x report    H1: both reports are of one person.
//   same_body  remains x remains  H1: both records are of one body, registered twice.
//   part       remains x remains  H1: both records are of parts of one body.
// H2 is always: they are of different individuals.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace confronta {

enum class Relation : std::uint8_t { identity, duplicate, same_body, part, count };
inline constexpr std::array<Relation, 4> all_relations{Relation::identity, Relation::duplicate,
                                                       Relation::same_body, Relation::part};

std::string_view relation_name(Relation relation);
std::optional<Relation> relation_by_name(std::string_view name);

/// Whether both sides come from one table: such a run looks at pairs with left < right only.
constexpr bool is_symmetric(Relation relation) { return relation != Relation::identity; }

}  // namespace confronta
