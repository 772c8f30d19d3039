#pragma once
// The upper bound: the world's own likelihood ratio of any pair of a report and remains, under the
// distributions that made it, given what was written on both sides.

#include <memory>
#include <string>
#include <vector>

#include "models/domain/result.h"

namespace confronta::world {

/// LR = P(report, remains | the remains are of the person reported) / (P(report) P(remains)),
/// summed over the hidden sex, age in years, years alive after the event, condition, outfit,
/// mouth's care and migrant status. What is approximated stands at each part (bench/world/oracle/)
/// and in docs/method/world.md. The records are in the order of the ids' bytes; scoring is safe to
/// share between threads.
class OracleScorer {
 public:
  /// `path`: oracle.csv of a simulation. Errors "simulate.unreadable", "simulate.oracle".
  static Result<OracleScorer> load(const std::string& path);
  OracleScorer(OracleScorer&&) noexcept;
  ~OracleScorer();

  const std::vector<std::string>& reports() const;  // full ids, ascending
  const std::vector<std::string>& remains() const;
  double log10_lr(std::size_t report, std::size_t remains) const;

  /// A plain rule that an office could apply by hand, on the same records: 100 points less for each
  /// contradiction of sex, age (report's age outside the band by more than 5 years) or dates (found
  /// before last seen), 10 points for the same state; then 3 or 1 for a stature within 5 or 10 cm
  /// and 5 for each tattoo that shows the same.
  double rule_points(std::size_t report, std::size_t remains) const;

 private:
  struct Parts;
  explicit OracleScorer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace confronta::world
