#include "engine/kin/relation_word.h"

namespace confronta {
namespace {

using genetics::no_parent;
using genetics::Pedigree;

bool is_parent(const Pedigree& pedigree, int parent, int child) {
  return parent != no_parent &&
         (pedigree[child].father == parent || pedigree[child].mother == parent);
}

int parents_in_common(const Pedigree& pedigree, int a, int b) {
  const bool father = pedigree[a].father != no_parent && pedigree[a].father == pedigree[b].father;
  const bool mother = pedigree[a].mother != no_parent && pedigree[a].mother == pedigree[b].mother;
  return (father ? 1 : 0) + (mother ? 1 : 0);
}

bool is_grandparent(const Pedigree& pedigree, int old, int young) {
  for (const int parent : {pedigree[young].father, pedigree[young].mother})
    if (parent != no_parent && is_parent(pedigree, old, parent)) return true;
  return false;
}

bool is_uncle(const Pedigree& pedigree, int uncle, int nephew) {
  for (const int parent : {pedigree[nephew].father, pedigree[nephew].mother})
    if (parent != no_parent && parent != uncle && parents_in_common(pedigree, uncle, parent) > 0)
      return true;
  return false;
}

bool have_a_child(const Pedigree& pedigree, int a, int b) {
  for (int child = 0; child < pedigree.size(); ++child)
    if (is_parent(pedigree, a, child) && is_parent(pedigree, b, child)) return true;
  return false;
}

}  // namespace

std::string_view relation_word(const Pedigree& pedigree, int person, int other) {
  if (person == other) return "self";
  if (pedigree[person].father == other) return "father";
  if (pedigree[person].mother == other) return "mother";
  if (is_parent(pedigree, person, other)) return "child";
  const int common = parents_in_common(pedigree, person, other);
  if (common > 0) return common == 2 ? "full_sibling" : "half_sibling";
  if (is_grandparent(pedigree, other, person)) return "grandparent";
  if (is_grandparent(pedigree, person, other)) return "grandchild";
  if (is_uncle(pedigree, other, person)) return "uncle";
  if (is_uncle(pedigree, person, other)) return "nephew";
  if (have_a_child(pedigree, person, other)) return "partner";
  return "kin";
}

}  // namespace confronta
