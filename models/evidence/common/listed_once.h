#pragma once
// The things that a row lists (marks, garments, implants), each once.

#include <algorithm>
#include <variant>
#include <vector>

#include "models/domain/observation.h"
#include "models/stats/matching_sum.h"

namespace confronta {

/// Observations of things with those that tell most first (the greatest `weight(thing)`, else in
/// their order), at most most_listed. A merged row lists a thing once: of things of different
/// records that are the `same(thing, thing)`, the one that tells most stands for all.
template <class Thing, class Weight, class Same>
std::vector<const Observation*> listed_once(std::vector<const Observation*> all,
                                            const Weight& weight, const Same& same) {
  const auto thing = [](const Observation* o) -> const Thing& { return std::get<Thing>(o->value); };
  std::stable_sort(all.begin(), all.end(), [&](const Observation* a, const Observation* b) {
    return weight(thing(a)) > weight(thing(b));
  });
  std::vector<const Observation*> kept;
  for (const Observation* o : all) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Observation* other) {
      return other->from.record != o->from.record && same(thing(other), thing(o));
    });
    if (!known && kept.size() < most_listed) kept.push_back(o);
  }
  return kept;
}

}  // namespace confronta
