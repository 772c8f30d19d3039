#pragma once
// What every model's explanation needs: the observations of both sides, and why nothing was said.

#include <span>
#include <string>

#include "models/domain/evidence.h"

namespace confronta {

/// Both sides' observations of some traits, and the state of the less known side; a side is as well
/// known as the best known of its traits. No score, no reason yet.
Finding observed_finding(const TraitTable& left, RowId l, std::span<const Trait> left_traits,
                         const TraitTable& right, RowId r, std::span<const Trait> right_traits);

/// Appends a row's observations of some traits, for show: they do not change the finding's state.
void append_observations(std::vector<const Observation*>& side, const TraitTable& table, RowId row,
                         std::span<const Trait> traits);

/// Turns a finding into "nothing was said, for want of `trait`": score 0, reason
/// "evidence.missing". A state that both sides leave "observed" (a value that no model can use)
/// becomes "unknown".
Finding missing(Finding finding, Trait trait);

/// "@sex.male", an argument that the catalogue translates.
std::string word_argument(Trait trait, std::string_view word);
/// The reason of a score: `stem` + ".for", ".against" or ".neutral".
std::string leaning(std::string_view stem, Score score);

}  // namespace confronta
