#pragma once
// Names of records as numbers of a vocabulary.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/evidence/names/field.h"
#include "models/evidence/names/frequencies.h"

namespace confronta {

/// What a probable name rests on (PersonName::basis), and the sexes whose names have frequencies of
/// their own. The first of each is "not known".
inline constexpr std::array<std::string_view, 5> name_bases{"", "document", "recognition",
                                                            "belongings", "register"};
inline constexpr std::array<std::string_view, 3> name_sexes{"", "male", "female"};
/// More names than this on one record are no longer information; the first ones count.
inline constexpr std::size_t most_names = 8;

struct CodedName {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t given = 0;
  std::uint8_t basis = 0;
};

/// A record's names; the first one in place, since nearly all have one.
struct CodedRow {
  CodedName name;
  std::uint8_t count = 0;
  std::uint8_t sex = 0;
  std::uint32_t others = 0;  // where names 2.. begin
};

struct CodedTable {
  std::vector<CodedRow> rows;
  std::vector<CodedName> others;

  const CodedName& name(const CodedRow& row, std::size_t k) const {
    return k == 0 ? row.name : others[row.others + k - 1];
  }
};

/// Everything that is, or may be, compared: the names of the reference and of both sides.
struct NameVocabulary {
  FieldWords surnames;
  FieldWords given;
};
NameVocabulary name_vocabulary(const NameFrequencies& frequencies, const TraitTable& left,
                               const TraitTable& right);
CodedTable coded_names(const TraitTable& table, const NameVocabulary& vocabulary);
/// The names of a row that say anything, at most `most_names`, in the order of the codes.
std::vector<const PersonName*> names_of(const TraitTable& table, RowId row);

}  // namespace confronta
