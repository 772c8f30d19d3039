#pragma once
// What an agreement of identifiers is worth.

#include <array>

#include "models/domain/relation.h"
#include "models/evidence/identifiers/coded.h"
#include "models/parameters.h"

namespace confronta {

/// P(agreement | same person) and P(agreement | different people), each adding up to 1.
struct KeyChances {
  std::array<double, key_agreements> same{};
  std::array<double, key_agreements> other{};
};

/// Of a personal key, given whether the records' surnames and birth dates agree: names and dates
/// are weighed by their own models, so only what the key says beyond them is left.
///   other(equal) = max(copied, 10^-(rest + name [surnames do not agree] + birth [dates do not]))
///   other(stem)  = max(copied, 10^-(state + the same two terms)), other(close) = 20 other(equal)
///   same(different) = wrong key, or half where the surnames or dates differ as well: then both may
///   come from one wrong document, and the key is no second witness.
KeyChances personal_key_chances(const Parameters& parameters, std::size_t type, Context surnames,
                                Context births);

/// Of a folio: `repeated` is the share of the reference's records that carry this very value, where
/// several do; `length` its letters; `pairs` how many values are compared with how many. Between
/// a report and remains a case file is seldom one: each opens its own.
KeyChances folio_chances(const Parameters& parameters, Relation relation, std::size_t type,
                         double repeated, std::size_t length, double pairs);

}  // namespace confronta
