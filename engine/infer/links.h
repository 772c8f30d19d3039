#pragma once
// Links within one side that must hold and links that cannot: what the records themselves say of
// being one body, and what people decided.

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/infer/decided_links.h"
#include "models/domain/relation.h"
#include "models/domain/trait_table.h"
#include "models/parameters.h"

namespace confronta {

/// Must-link: part_of names the other record, or two records name the same one, and what is named
/// holds one individual. Cannot-link: either is a lot of several individuals (it takes people, it
/// is never merged away); both name different lots or bodies of one source; for *part*, both have
/// the same element of the same side, where a body has one and neither is a fragment; for *same
/// body*, both are pieces of a body and come from regions of which they share none. Decisions go
/// before what records say: excluded is cannot-link, certain must-link, except that a lot of
/// several individuals stays one.
class LinkRules {
 public:
  using Pairs = std::vector<std::pair<RowId, RowId>>;

  LinkRules(const TraitTable& table, const Parameters& parameters, DecidedLinks decided = {});

  bool cannot(Relation relation, RowId a, RowId b) const;
  /// Pairs (a < b) that are one by this relation, sorted.
  const Pairs& must(Relation relation) const { return must_[static_cast<std::size_t>(relation)]; }
  bool must(Relation relation, RowId a, RowId b) const;
  const DecidedLinks& decided() const { return decided_; }

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
  void link_decided();

  std::vector<Facts> facts_;
  DecidedLinks decided_;
  std::array<Pairs, all_relations.size()> must_;
};

}  // namespace confronta
