#include "bench/world/genetics/second_missing.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "bench/world/rates.h"

namespace confronta::world {
namespace {

/// The first record of the whole body of one person.
std::map<std::int32_t, const RemainsNote*> bodies_of(const Population& population) {
  std::map<std::int32_t, const RemainsNote*> bodies;
  for (const RemainsNote& note : population.remains)
    if (note.people.size() == 1 && note.kind != lot) bodies.emplace(note.people[0], &note);
  return bodies;
}

/// The place in `free` of the body found next to `body` in its state; nothing found there: none.
std::size_t nearest(const std::vector<const RemainsNote*>& free, const RemainsNote& body) {
  std::size_t best = free.size();
  const auto days = [&](std::size_t at) { return std::abs(free[at]->intake - body.intake); };
  for (std::size_t at = 0; at < free.size(); ++at)
    if (free[at]->true_state == body.true_state && (best == free.size() || days(at) < days(best)))
      best = at;
  return best;
}

}  // namespace

std::vector<MissingSiblings> missing_siblings(const Population& population,
                                              const std::vector<bool>& sampled, Random& random) {
  const auto has_family = [&](std::int32_t person) {
    const auto at = static_cast<std::size_t>(person);
    return at < sampled.size() && sampled[at];
  };
  std::set<std::int32_t> reported;
  for (const ReportNote& note : population.reports) reported.insert(note.person);
  std::vector<const RemainsNote*> firsts, free;
  for (const auto& [person, body] : bodies_of(population))
    if (reported.count(person) > 0) (has_family(person) ? firsts : free).push_back(body);
  std::vector<MissingSiblings> pairs;
  for (const RemainsNote* first : firsts) {
    if (!random.chance(rates::second_missing)) continue;
    const bool nearby = random.chance(rates::found_nearby);
    if (free.empty()) break;
    std::size_t chosen = nearby ? nearest(free, *first) : free.size();
    if (chosen == free.size()) chosen = random.below(free.size());
    pairs.push_back({first->people[0], free[chosen]->people[0]});
    free.erase(free.begin() + static_cast<std::ptrdiff_t>(chosen));
  }
  return pairs;
}

}  // namespace confronta::world
