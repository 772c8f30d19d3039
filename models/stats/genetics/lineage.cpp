#include "models/stats/genetics/lineage.h"

namespace confronta::genetics {
namespace {

int parent(const Pedigree& pedigree, int person, Line line) {
  return line == Line::maternal ? pedigree[person].mother : pedigree[person].father;
}

}  // namespace

std::optional<int> meioses_between(const Pedigree& pedigree, int one, int other, Line line) {
  const bool needs_men = line == Line::paternal;
  if (needs_men && (pedigree[one].sex != Sex::male || pedigree[other].sex != Sex::male))
    return std::nullopt;
  int up = 0;
  for (int a = one; a != no_parent; a = parent(pedigree, a, line), ++up) {
    int down = 0;
    for (int b = other; b != no_parent; b = parent(pedigree, b, line), ++down)
      if (a == b) return up + down;
  }
  return std::nullopt;
}

}  // namespace confronta::genetics
