#pragma once
// What the records themselves say of being one body: links that must hold and links that cannot.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/domain/relation.h"
#include "models/domain/trait_table.h"
#include "models/parameters.h"

namespace confronta {

/// Must-link: part_of names the other record, or two records name the same one, and what is named
/// holds one individual. Cannot-link: either is a lot of several individuals (it takes people, it
/// is never merged away); both name different lots or bodies of one source; for *part*, both have
/// the same element of the same side, where a body has one and neither is a fragment; for *same
/// body*, both are pieces of a body and come from regions of which they share none.
class LinkRules {
 public:
  LinkRules(const TraitTable& remains, const Parameters& parameters);

  bool cannot(Relation relation, RowId a, RowId b) const;
  /// Pairs (a < b) that must be parts of one body, sorted.
  const std::vector<std::pair<RowId, RowId>>& must() const { return must_; }
  bool must(RowId a, RowId b) const;

 private:
  struct Facts {
    std::string source;
    std::string part_of;                // the id that it names, "" for none
    std::vector<std::string> elements;  // "femur/left", sorted: those that a body has once
    std::uint8_t regions = 0;           // of a piece: where its elements lie; 0: not a piece
    bool several = false;               // a lot with more than one individual
    bool states_one = false;            // says that it is one individual
  };
  static Facts facts_of(const TraitTable& table, RowId row, const Parameters& parameters);
  void link_parts(const TraitTable& table);

  std::vector<Facts> facts_;
  std::vector<std::pair<RowId, RowId>> must_;
};

}  // namespace confronta
