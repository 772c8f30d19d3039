#include "engine/dvi/pairwise.h"

#include <algorithm>

#include "engine/dvi/family_likelihood.h"

namespace confronta::dvi {
namespace {

template <class T>
Matrix<T> empty_matrix(const Problem& problem) {
  return Matrix<T>(problem.victims.size(), std::vector<std::optional<T>>(problem.missing.size()));
}

// Asks for one number of every candidate pair, with a likelihood a family.
template <class T, class Ask>
Result<Matrix<T>> over_pairs(const Problem& problem, bool with_mutation, const Ask& ask) {
  Matrix<T> matrix = empty_matrix<T>(problem);
  std::vector<FamilyLikelihood> families;
  for (std::size_t f = 0; f < problem.families.size(); ++f)
    families.emplace_back(problem, static_cast<int>(f), with_mutation);
  for (std::size_t victim = 0; victim < problem.victims.size(); ++victim)
    for (const int missing : problem.candidates[victim]) {
      const auto m = static_cast<std::size_t>(missing);
      FamilyLikelihood& family = families[static_cast<std::size_t>(problem.missing[m].family)];
      const Result<T> answer = ask(family, Placement{static_cast<int>(victim), missing});
      if (!answer.ok()) return answer.error();
      matrix[victim][m] = answer.value();
    }
  return matrix;
}

// Whether the pair's ratio leads its row and its column by the threshold.
bool leads(const Matrix<double>& ratios, std::size_t victim, std::size_t missing,
           double threshold) {
  const double own = *ratios[victim][missing];
  if (!(own >= threshold)) return false;
  const auto beaten = [&](const std::optional<double>& other) {
    return !other || own >= threshold * *other;
  };
  for (std::size_t m = 0; m < ratios[victim].size(); ++m)
    if (m != missing && !beaten(ratios[victim][m])) return false;
  for (std::size_t v = 0; v < ratios.size(); ++v)
    if (v != victim && !beaten(ratios[v][missing])) return false;
  return true;
}

// The victim's calls become the missing person's, and neither is in question any more.
void settle(Problem& problem, const Placement& placement) {
  const Missing& person = problem.missing[static_cast<std::size_t>(placement.missing)];
  Family& family = problem.families[static_cast<std::size_t>(person.family)];
  const Victim& victim = problem.victims[static_cast<std::size_t>(placement.victim)];
  for (std::size_t marker = 0; marker < problem.markers.size(); ++marker)
    if (victim.calls[marker])
      family.observations[marker].push_back({person.person, *victim.calls[marker]});
  problem.candidates[static_cast<std::size_t>(placement.victim)].clear();
  for (auto& list : problem.candidates)
    list.erase(std::remove(list.begin(), list.end(), placement.missing), list.end());
}

}  // namespace

Result<Matrix<double>> pairwise_ratios(const Problem& problem) {
  return over_pairs<double>(problem, true, [](FamilyLikelihood& family, Placement pair) {
    const auto ratio = family.ratio({&pair, 1});
    return ratio.ok() ? Result<double>(ratio.value().value()) : Result<double>(ratio.error());
  });
}

Result<Matrix<int>> exclusions(const Problem& problem) {
  return over_pairs<int>(problem, false,
                         [&](FamilyLikelihood& family, Placement pair) -> Result<int> {
                           int count = 0;
                           for (std::size_t marker = 0; marker < problem.markers.size(); ++marker) {
                             const auto likelihood = family.at(marker, {&pair, 1});
                             if (!likelihood.ok()) return likelihood.error();
                             count += likelihood.value().is_zero();
                           }
                           return count;
                         });
}

Result<std::vector<Undisputed>> undisputed_matches(const Problem& problem, double threshold) {
  std::vector<Undisputed> found;
  Problem rest = problem;
  for (int step = 1;; ++step) {
    const auto ratios = pairwise_ratios(rest);
    if (!ratios.ok()) return ratios.error();
    std::vector<Undisputed> now;
    for (std::size_t victim = 0; victim < rest.victims.size(); ++victim)
      for (const int missing : rest.candidates[victim])
        if (const auto m = static_cast<std::size_t>(missing);
            leads(ratios.value(), victim, m, threshold))
          now.push_back({{static_cast<int>(victim), missing}, *ratios.value()[victim][m], step});
    if (now.empty()) return found;
    for (const Undisputed& match : now) settle(rest, match.placement);
    found.insert(found.end(), now.begin(), now.end());
  }
}

}  // namespace confronta::dvi
