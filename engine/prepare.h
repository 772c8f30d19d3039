#pragma once
// The models of one relation, made ready.

#include "engine/match.h"
#include "models/registry.h"
#include "models/stats/genetics/families.h"

namespace confronta {

/// The models that speak in the relation, without those left out. Tables, reference, options,
/// families and what is known of them (Preparation::tables) must outlive the result.
PreparedRelation prepare_relation(Relation relation, const TraitTable& left,
                                  const TraitTable& right, const ReferenceSet& reference,
                                  const MatchOptions& options, const genetics::Families& families,
                                  FamilyTables* known = nullptr);

}  // namespace confronta
