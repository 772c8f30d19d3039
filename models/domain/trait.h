#pragma once
// The trait dictionary: what can be known of a subject.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace confronta {

/// The alternative of Value that a trait's values take, in the order of the variant.
enum class TraitKind : std::uint8_t {
  none,
  code,
  interval,
  date_interval,
  text,
  name,
  place,
  mark,
  garment,
  teeth,
  bone_measure,
  element,
  identifier,
  body_history,
  external_result,
  dna_profile,
  mt_sequence,
  pedigree_place
};

enum class Trait : std::uint8_t {
#define CONFRONTA_TRAIT(trait, kind, unit, many) trait,
#include "models/domain/traits.def"
#undef CONFRONTA_TRAIT
  count
};
inline constexpr std::size_t trait_count = static_cast<std::size_t>(Trait::count);

struct TraitInfo {
  std::string_view name;  // the enumerator's own name: "birth_date"
  TraitKind kind;
  std::string_view unit;  // "cm", "kg", "years", "" where there is none
  bool many;              // several values at once are normal (marks); else they are alternatives
  std::span<const std::string_view> codes;  // for TraitKind::code
};

const TraitInfo& trait_info(Trait trait);
std::optional<Trait> trait_by_name(std::string_view name);
/// Whether `word` belongs to the code list of `trait`.
bool is_code_of(Trait trait, std::string_view word);

}  // namespace confronta
