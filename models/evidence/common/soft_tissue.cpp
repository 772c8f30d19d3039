#include "models/evidence/common/soft_tissue.h"

#include "models/evidence/common/findings.h"

namespace confronta {

SoftTissueScale::SoftTissueScale(const Parameters& parameters)
    : fleshed_(parameters["common.soft_tissue_fleshed"]),
      decomposed_(parameters["common.soft_tissue_decomposed"]),
      unstated_(parameters["common.soft_tissue_unstated"]) {}

SoftTissue SoftTissueScale::of(const TraitTable& table, RowId row) const {
  if (table.row(row).kind != SubjectKind::remains) return {1, {}};
  const auto part = table.code(row, Trait::part_kind);
  if (part == "skeleton" || part == "bone" || part == "fragment" || part == "lot")
    return {0, word_argument(Trait::part_kind, part)};
  const auto condition = table.code(row, Trait::condition);
  if (condition.empty()) return {unstated_, {}};
  const double weight = condition == "fleshed"      ? fleshed_
                        : condition == "decomposed" ? decomposed_
                                                    : 0.0;
  return {weight, word_argument(Trait::condition, condition)};
}

}  // namespace confronta
