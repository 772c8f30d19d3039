#pragma once
// Made-up evidence and rows, for tests of the machine that scores pairs.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/match.h"

namespace confronta::test {

/// A number that looks random and depends on the arguments alone (SplitMix64).
inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b = 0, std::uint64_t seed = 1) {
  std::uint64_t z = (a * 0x9E3779B97F4A7C15U) ^ (b * 0xBF58476D1CE4E5B9U) ^ (seed << 32);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}
inline double mixed_share(std::uint64_t a, std::uint64_t b = 0, std::uint64_t seed = 1) {
  return static_cast<double>(mixed(a, b, seed) >> 11) / 9007199254740992.0;
}

/// Scores from -6 bans to 4, many of them alike, so that ties happen.
class MixedEvidence final : public Evidence {
 public:
  explicit MixedEvidence(std::uint64_t seed) : seed_(seed) {}
  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    for (std::size_t k = 0; k < right.size(); ++k) sum[k] += score(left, right[k]);
  }
  Finding explain(RowId left, RowId right) const override {
    Finding finding;
    finding.score = score(left, right);
    finding.reason = "test.mixed";
    return finding;
  }
  Score score(RowId left, RowId right) const {
    const auto steps = static_cast<std::int32_t>(mixed(left, right, seed_) % 40);
    return Score{(steps - 24) * Score::units_per_ban / 4};
  }

 private:
  std::uint64_t seed_;
};

/// Bare rows "S:0000", ...
inline std::vector<TraitTable::Row> bare_rows(RowId count, SubjectKind kind) {
  std::vector<TraitTable::Row> rows;
  for (RowId row = 0; row < count; ++row) {
    const std::string digits = std::to_string(10000 + row).substr(1);
    rows.push_back({(kind == SubjectKind::report ? "R:" : "B:") + digits, kind, {}, {}});
  }
  return rows;
}

/// Two tables and one or two models of mixed evidence.
struct MixedRelation {
  TraitTable left, right;
  PreparedRelation prepared;

  MixedRelation(Relation relation, RowId lefts, RowId rights, int models = 2)
      : left(bare_rows(lefts, SubjectKind::report)),
        right(
            bare_rows(rights, is_symmetric(relation) ? SubjectKind::report : SubjectKind::remains)),
        prepared{relation, &left, is_symmetric(relation) ? &left : &right, {}, {}} {
    for (int m = 0; m < models; ++m) {
      prepared.names.push_back("mixed" + std::to_string(m));
      prepared.models.push_back(std::make_unique<MixedEvidence>(static_cast<std::uint64_t>(m)));
    }
  }
};

}  // namespace confronta::test
