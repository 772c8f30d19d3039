#include "engine/dvi/family_assignments.h"

#include <algorithm>
#include <optional>

#include "engine/dvi/family_likelihood.h"

namespace confronta::dvi {
namespace {

constexpr std::size_t most_assignments = 4'000'000;

class Listing {
 public:
  Listing(const Problem& problem, int family)
      : problem_(problem), family_(family), likelihood_(problem, family, true) {
    for (std::size_t m = 0; m < problem.missing.size(); ++m)
      if (problem.missing[m].family == family) missing_.push_back(static_cast<int>(m));
  }

  Result<std::vector<FamilyAssignment>> run() {
    const auto alone = likelihood_.ratio({});
    if (!alone.ok()) return alone.error();
    descend(0, {{}, 0, alone.value()});
    if (error_) return *error_;
    return std::move(list_);
  }

 private:
  void descend(std::size_t depth, const FamilyAssignment& so_far) {
    if (error_) return;
    if (depth == missing_.size()) {
      list_.push_back(so_far);
      std::sort(list_.back().placements.begin(), list_.back().placements.end());
      if (list_.size() > most_assignments)
        error_ =
            Error{"dvi.too_complex", {problem_.families[static_cast<std::size_t>(family_)].id}, {}};
      return;
    }
    descend(depth + 1, so_far);
    for (std::size_t victim = 0; victim < problem_.victims.size(); ++victim) {
      const auto& may_be = problem_.candidates[victim];
      if ((so_far.victims >> victim & 1U) != 0 ||
          !std::binary_search(may_be.begin(), may_be.end(), missing_[depth]))
        continue;
      FamilyAssignment more = so_far;
      more.placements.push_back({static_cast<int>(victim), missing_[depth]});
      more.victims |= std::uint64_t{1} << victim;
      const auto ratio = likelihood_.ratio(more.placements);
      if (!ratio.ok()) {
        error_ = ratio.error();
        return;
      }
      if (ratio.value().is_zero()) continue;
      more.ratio = ratio.value();
      descend(depth + 1, more);
    }
  }

  const Problem& problem_;
  int family_;
  FamilyLikelihood likelihood_;
  std::vector<int> missing_;
  std::vector<FamilyAssignment> list_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<FamilyAssignment>> family_assignments(const Problem& problem, int family) {
  return Listing(problem, family).run();
}

}  // namespace confronta::dvi
