#pragma once
// The models of one relation, made ready.

#include "engine/match.h"

namespace confronta {

/// The models that speak in the relation, without those left out. Tables, reference and options
/// must outlive the result.
PreparedRelation prepare_relation(Relation relation, const TraitTable& left,
                                  const TraitTable& right, const ReferenceSet& reference,
                                  const MatchOptions& options);

}  // namespace confronta
