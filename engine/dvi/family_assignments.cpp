#include "engine/dvi/family_assignments.h"

#include <algorithm>

#include "engine/dvi/family_likelihood.h"

namespace confronta::dvi {
namespace {

constexpr std::size_t most_assignments = 4'000'000;
constexpr std::size_t asked_at_once = 4096;  // bounds what is held beside the list

/// One missing person after the other: every assignment so far, and after it the same with each
/// victim that can also be this one.
class Listing {
 public:
  Listing(const Problem& problem, int family)
      : problem_(problem), family_(family), likelihood_(problem, family, true) {}

  Result<std::vector<FamilyAssignment>> run() {
    const auto alone = likelihood_.ratio({});
    if (!alone.ok()) return alone.error();
    std::vector<FamilyAssignment> list{{{}, 0, alone.value()}};
    for (std::size_t m = 0; m < problem_.missing.size(); ++m) {
      if (problem_.missing[m].family != family_) continue;
      std::vector<FamilyAssignment> grown;
      for (std::size_t first = 0; first < list.size(); first += asked_at_once) {
        const auto some =
            std::span(list).subspan(first, std::min(asked_at_once, list.size() - first));
        if (const auto done = grow(some, static_cast<int>(m), grown); !done.ok())
          return done.error();
        if (grown.size() > most_assignments)
          return Error{
              "dvi.too_complex", {problem_.families[static_cast<std::size_t>(family_)].id}, {}};
      }
      list = std::move(grown);
    }
    for (FamilyAssignment& assignment : list)
      std::sort(assignment.placements.begin(), assignment.placements.end());
    return list;
  }

 private:
  Status grow(std::span<const FamilyAssignment> some, int missing,
              std::vector<FamilyAssignment>& grown) {
    std::vector<std::vector<Placement>> asked;
    for (const FamilyAssignment& assignment : some)
      for (std::size_t victim = 0; victim < problem_.victims.size(); ++victim)
        if (can_be(victim, missing, assignment)) {
          asked.push_back(assignment.placements);
          asked.back().push_back({static_cast<int>(victim), missing});
        }
    const auto ratios = likelihood_.ratios(asked);
    if (!ratios.ok()) return ratios.error();
    std::size_t next = 0;
    for (const FamilyAssignment& assignment : some) {
      grown.push_back(assignment);
      for (std::size_t victim = 0; victim < problem_.victims.size(); ++victim) {
        if (!can_be(victim, missing, assignment)) continue;
        if (const auto& ratio = ratios.value()[next]; !ratio.is_zero())
          grown.push_back(
              {std::move(asked[next]), assignment.victims | std::uint64_t{1} << victim, ratio});
        ++next;
      }
    }
    return success();
  }

  bool can_be(std::size_t victim, int missing, const FamilyAssignment& assignment) const {
    const auto& may_be = problem_.candidates[victim];
    return (assignment.victims >> victim & 1U) == 0 &&
           std::binary_search(may_be.begin(), may_be.end(), missing);
  }

  const Problem& problem_;
  int family_;
  FamilyLikelihood likelihood_;
};

}  // namespace

Result<std::vector<FamilyAssignment>> family_assignments(const Problem& problem, int family) {
  return Listing(problem, family).run();
}

}  // namespace confronta::dvi
