#pragma once
// What the store itself knows of how far people are found from where they were lost: reports and
// remains of one name or one CURP. Names link them, never place, so that what is learned about
// place does not feed on itself.

#include <span>
#include <utility>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/evidence/place/kernel.h"

namespace confronta {

/// Pairs (left row, right row) that share a whole name (given names, both surnames) or a
/// well-formed CURP, each once, by left, then right. A name that several left or right rows have is
/// left out: it does not tell who is who.
std::vector<std::pair<RowId, RowId>> linked_pairs(const TraitTable& left, const TraitTable& right);

/// The shares of a kernel, from what each of its parts gives to pairs whose identity is known
/// (parts_at under `prior`; 0 in all parts: the place is not known, and the pair is left out):
/// expectation-maximisation of the mixture, beside `pseudo_pairs` pairs of the prior's shares.
std::array<double, place_parts> fitted_shares(
    std::span<const std::array<double, place_parts>> pairs,
    const std::array<double, place_parts>& prior, double pseudo_pairs);

}  // namespace confronta
