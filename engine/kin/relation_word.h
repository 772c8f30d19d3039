#pragma once
// What one person of a pedigree is to another, in a word.

#include <string_view>

#include "models/stats/genetics/pedigree.h"

namespace confronta {

/// What `other` is to `person`: self, father, mother, child, full_sibling, half_sibling,
/// grandparent, grandchild, uncle (or aunt), nephew (or niece), partner (a child in common), kin
/// (anything else). Of several the first that holds.
std::string_view relation_word(const genetics::Pedigree& pedigree, int person, int other);

}  // namespace confronta
