#pragma once
// Mitochondrial sequences, written as differences to the revised Cambridge reference sequence.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace confronta::genetics {

/// One difference, read from "263G", "A263G", "315.1C", "523-" (also "523DEL", "523d") or "16189Y".
/// Written alike, two are the same difference.
struct MtDifference {
  int position = 0;
  int insertion = 0;  // 1 in 315.1C
  char base = 'N';    // IUPAC; '-' for a deletion

  auto operator<=>(const MtDifference&) const = default;
};

/// A sequence: what was read, and where it differs. No difference is a sequence equal to the
/// reference.
struct MtHaplotype {
  struct Stretch {
    int first = 0;  // positions of the reference, both included; never beyond its end
    int last = 0;

    bool operator==(const Stretch&) const = default;
  };
  std::vector<Stretch> range;
  std::set<MtDifference> differences;

  /// range: "16024-16365;73-340"; "16024-576" runs over the origin. Errors: "genetics.mt_range",
  /// "genetics.mt_difference" (not readable, or outside the range).
  static Result<MtHaplotype> make(std::string_view range,
                                  const std::vector<std::string>& differences);
};

/// What a laboratory does not count. All off: the LR of the reference cases.
struct MtRules {
  /// Insertions in the C stretches at 309, 315, 573 and 16193: lengths that vary within a person
  bool ignore_length_variants = false;
  /// A mixed base (Y) agrees with each of its parts (C, T)
  bool mixed_bases_agree = false;
  /// So many differences exclude nothing yet and include nothing either
  int inconclusive_up_to = 0;
};

enum class MtConclusion { not_compared, match, inconclusive, exclusion };

struct MtComparison {
  int differences = 0;  // entries of one list that the other lacks, inside the range read in both
  int positions = 0;    // read in both
  MtConclusion conclusion = MtConclusion::not_compared;
};

/// P(one | other, same line) is 1 for a match and 0 for an exclusion: no mutation is assumed.
MtComparison compare(const MtHaplotype& one, const MtHaplotype& other, const MtRules& rules);

}  // namespace confronta::genetics
