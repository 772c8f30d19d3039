#pragma once
// Identifiers of records as numbers, with what else the records say that a key of a person repeats.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/trait_table.h"

namespace confronta {

/// Keys of a person come first: they are made of name, birth date and sex, so only one of them is
/// compared, in this order. The others are numbers that an office gives to a report or a case.
enum class IdentifierType : std::uint8_t {
  curp,
  voter_key,
  rfc,
  fub,
  cedula,
  case_file,
  other,
  count
};
inline constexpr std::size_t identifier_types = static_cast<std::size_t>(IdentifierType::count);
inline constexpr std::size_t personal_keys = 3;
std::string_view identifier_type_name(std::size_t type);

/// How many letters of a key follow from name, birth date, sex and state of birth: CURP 16 of 18,
/// voter key 14 of 18, RFC 10 of 13.
std::size_t stem_length(std::size_t type);

enum class KeyAgreement : std::uint8_t { different, close, stem, equal, count };
inline constexpr std::size_t key_agreements = static_cast<std::size_t>(KeyAgreement::count);

/// equal; close: one edit apart (a slip of the pen), or equal but not well formed; stem: the
/// derivable letters are the same, the rest differs.
KeyAgreement compare_keys(std::size_t type, std::string_view a, std::string_view b, bool valid);

/// Whether two records agree on something that a key repeats.
enum class Context : std::uint8_t { absent, agree, differ, count };
inline constexpr std::size_t contexts = static_cast<std::size_t>(Context::count);

/// The form that an office gives to its folios: digits by one 9 for each run of them, all else as
/// it stands ("CBP/00131/2023" is "CBP/9/9"). The search folio has one issuer, and so one form: "".
std::string folio_form(std::size_t type, std::string_view value);

struct CodedValue {
  std::uint32_t number = 0;
  std::uint32_t form = 0;  // of a folio: equal for folios of one form
  bool valid = true;
};

/// Identifiers of one record; `types` is a bit set of what it has.
struct CodedIdentifiers {
  std::uint8_t types = 0;
  std::array<std::vector<CodedValue>, identifier_types> values;
  std::vector<std::string> surnames;  // keys of the first surnames
  bool has_birth = false;             // to within a month
  Day birth_from = 0;
  Day birth_to = 0;
};

Context surname_context(const CodedIdentifiers& a, const CodedIdentifiers& b);
Context birth_context(const CodedIdentifiers& a, const CodedIdentifiers& b);

/// The distinct values of both sides, sorted within each type. number = place in the list.
class IdentifierValues {
 public:
  IdentifierValues(const TraitTable& left, const TraitTable& right);
  std::vector<CodedIdentifiers> code(const TraitTable& table) const;
  std::span<const std::string> of(std::size_t type) const { return values_[type]; }

 private:
  std::array<std::vector<std::string>, identifier_types> values_;
  std::array<std::vector<std::uint32_t>, identifier_types> forms_;  // of each value
};

/// For each value of a personal key, the other values that are close to it or share its stem, as
/// (number, agreement), sorted. One edit leaves the first or the last five letters untouched, so
/// only keys that share either are compared; keys under 12 letters have no relations.
struct RelatedKey {
  std::uint32_t number;
  KeyAgreement agreement;
};
std::vector<std::vector<RelatedKey>> related_keys(std::size_t type,
                                                  std::span<const std::string> values);

}  // namespace confronta
