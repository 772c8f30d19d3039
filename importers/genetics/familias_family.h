#pragma once
// A reference family of a .fam file as a pedigree. For the readers of this folder only: what is
// wrong is thrown as a Refusal.

#include <string>
#include <vector>

#include "importers/genetics/familias_file.h"
#include "models/stats/genetics/pedigree.h"

namespace confronta::importers::familias {

struct FamilyTree {
  genetics::Pedigree pedigree;  // the family's persons in their order, then "Missing person"
  struct MissingPerson {
    int person = 0;
    genetics::Sex sex = genetics::Sex::unknown;  // of a candidate: unknown where it was assumed
  };
  std::vector<MissingPerson> missing;
};

/// Of several pedigrees the first that is not called "Reference pedigree" counts: there Familias
/// keeps the family as it would be with the missing persons. "Missing person" is always there and
/// has no row of its own; who else is missing is told by a name that begins with "Missing"
/// ("Desaparecid").
/// A sex that is not stated follows from the other parent of a child. Where that one is unknown
/// too, a father is assumed, which only matters if the sexes mutate differently.
/// Somebody missing without relation and without profile cannot be compared, and is no candidate.
/// All such decisions are noted in `contents`.
/// Thrown: "familias.unknown_person", "familias.third_parent" and those of Pedigree::make.
FamilyTree family_tree(const FamilyEntry& family, Contents& contents);

}  // namespace confronta::importers::familias
