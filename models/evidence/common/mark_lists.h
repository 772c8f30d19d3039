#pragma once
// The marks of each row, made ready for comparison.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/evidence/common/body_place.h"
#include "models/evidence/common/remains_view.h"

namespace confronta {

inline constexpr std::array<std::string_view, 10> mark_types{
    "tattoo",     "scar",      "piercing", "mole",         "birthmark",
    "amputation", "deformity", "burn",     "circumcision", "other"};
/// The index in mark_types; -1 for a type that is not stated.
int mark_type_index(std::string_view type);

/// A row's marks as a model reads them: at most most_listed, those that tell most first (a text,
/// then the number of motifs, then a stated place; else the order of the record). A merged row
/// lists one mark several times over: of marks of different records that agree in type, region and
/// side the one that tells most stands for all. `says` is false where the row is silent on marks;
/// an observed value without type, place and content says that there are none.
struct MarkList {
  bool says = false;
  std::vector<const Observation*> marks;
};
MarkList marks_of(const TraitTable& table, RowId row);

/// All that a comparison reads of a mark; marks that are equal in it share a class.
struct MarkClass {
  int type = -1;
  PlaceCode place = 0;
  std::uint32_t content = 0;  // index into MarkIndex::contents
  std::string condition;      // of the remains that bear it
  std::uint32_t sex = 0;      // index in recorded_sexes, of the record
};

/// Mark classes and contents of one side, numbered by first appearance.
class MarkIndex {
 public:
  std::uint32_t add(const Mark& mark, const std::string& condition, std::uint32_t sex);
  const std::vector<MarkClass>& classes() const { return classes_; }
  const std::vector<std::string>& contents() const { return contents_; }

 private:
  std::map<std::string, std::uint32_t> class_numbers_;
  std::map<std::string, std::uint32_t> content_numbers_;
  std::vector<MarkClass> classes_;
  std::vector<std::string> contents_;
};

}  // namespace confronta
