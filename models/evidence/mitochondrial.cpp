// Mitochondrial DNA, which mothers pass on: the remains' sequence beside that of the missing person
// or of kin on the maternal line. docs/method/dna.md.

#include <array>

#include "models/evidence/common/findings.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/dna/figures.h"
#include "models/evidence/dna/lineage_counts.h"
#include "models/evidence/dna/row_places.h"
#include "models/registry.h"
#include "models/stats/genetics/haplotype_frequency.h"
#include "models/stats/genetics/mt_haplotype.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory mitochondrial_model();
namespace {

using genetics::MtComparison;
using genetics::MtConclusion;
using genetics::MtHaplotype;

constexpr std::array<Trait, 1> traits{Trait::mt_haplotype};
constexpr char haplotypes_table[] = "mitochondrial.haplotypes";

std::string range_text(const MtSequence& sequence) {
  std::string range;
  for (const std::string& one : sequence.ranges) range += (range.empty() ? "" : ";") + one;
  return range;
}

std::optional<MtHaplotype> read(const MtSequence& sequence) {
  auto made = MtHaplotype::make(range_text(sequence), sequence.differences);
  if (!made || made.value().range.empty()) return std::nullopt;
  return std::move(made).value();
}

/// "16024-16365|16126C 16311C", and back.
std::string key_of(const MtSequence& sequence) {
  std::string key = range_text(sequence) + '|';
  for (const std::string& difference : sequence.differences) key += difference + ' ';
  return key;
}

std::optional<MtHaplotype> of_key(const std::string& key) {
  MtSequence sequence;
  const std::size_t bar = key.find('|');
  sequence.ranges = {key.substr(0, bar)};
  for (std::size_t from = bar + 1; from < key.size();) {
    const std::size_t to = key.find(' ', from);
    sequence.differences.push_back(key.substr(from, to - from));
    from = to + 1;
  }
  return read(sequence);
}

/// What the left side has to compare with: its own sample, else that of the nearest kin.
struct Carrier {
  std::optional<MtHaplotype> haplotype;
  std::string name;  // "" the row's own
};

class Mitochondrial final : public Evidence {
 public:
  explicit Mitochondrial(const Preparation& p)
      : left_table_(p.left),
        right_table_(p.right),
        wrong_(p.parameters["genetics.wrong_sample"] +
               p.parameters["genetics.wrong_relationship"]) {
    rules_.ignore_length_variants = p.parameters["lineage.mt_ignore_length"] != 0;
    rules_.mixed_bases_agree = p.parameters["lineage.mt_mixed_agree"] != 0;
    rules_.inconclusive_up_to = static_cast<int>(p.parameters["lineage.mt_inconclusive"]);
    const ReferenceTable& table = p.reference.find(table_name(p.relation, haplotypes_table));
    for (const auto& [key, count] : table.numbers)
      if (auto haplotype = of_key(key))
        database_.emplace_back(std::move(*haplotype), static_cast<int>(count));
    for (RowId row = 0; row < p.left.size(); ++row) left_.push_back(carrier(p, row));
    for (RowId row = 0; row < p.right.size(); ++row) {
      right_.push_back(own(p.right, row));
      counts_.push_back(right_.back() ? count(*right_.back()) : genetics::HaplotypeCount{});
    }
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    if (!left_[left].haplotype) return;
    for (std::size_t k = 0; k < right.size(); ++k)
      if (right_[right[k]]) sum[k] += score(left, right[k]);
  }
  Finding explain(RowId left, RowId right) const override;

 private:
  static std::optional<MtHaplotype> own(const TraitTable& table, RowId row) {
    for (const auto* sequence : observed_values<MtSequence>(table, row, Trait::mt_haplotype))
      if (auto haplotype = read(*sequence)) return haplotype;
    return std::nullopt;
  }
  static Carrier carrier(const Preparation& p, RowId row) {
    if (auto haplotype = own(p.left, row)) return {std::move(haplotype), ""};
    if (is_symmetric(p.relation)) return {};
    for (const genetics::FamilyPlace& place : places_of(p.families, p.left, row))
      for (const LineKin& kin : kin_on_line(place, genetics::Line::maternal))
        for (const MtSequence& sequence : kin.member->mt_haplotypes)
          if (auto haplotype = read(sequence)) return {std::move(haplotype), kin.member->name};
    return {};
  }
  /// The reference's haplotypes, and those of them that match.
  genetics::HaplotypeCount count(const MtHaplotype& haplotype) const {
    genetics::HaplotypeCount count;
    for (const auto& [other, times] : database_) {
      const MtComparison compared = compare(haplotype, other, rules_);
      if (compared.positions == 0) continue;
      count.size += times;
      count.seen += compared.conclusion == MtConclusion::match ? times : 0;
    }
    return count;
  }
  Score score(RowId left, RowId right) const {
    const auto conclusion = compare(*left_[left].haplotype, *right_[right], rules_).conclusion;
    if (conclusion != MtConclusion::match && conclusion != MtConclusion::exclusion) return {};
    const double ratio =
        conclusion == MtConclusion::match ? 1 / frequency_plus_one(counts_[right]) : 0;
    return Score::from_log10(portable_log10((1 - wrong_) * ratio + wrong_));
  }

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  double wrong_;
  genetics::MtRules rules_;
  std::vector<std::pair<MtHaplotype, int>> database_;
  std::vector<Carrier> left_;
  std::vector<std::optional<MtHaplotype>> right_;
  std::vector<genetics::HaplotypeCount> counts_;  // by right row
};

Finding Mitochondrial::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, traits, right_table_, right, traits);
  if (!left_[left].haplotype || !right_[right]) return missing(std::move(finding), traits[0]);
  finding.state = ObservationState::observed;
  finding.score = score(left, right);
  const MtComparison compared = compare(*left_[left].haplotype, *right_[right], rules_);
  switch (compared.conclusion) {
    case MtConclusion::match: finding.reason = "mitochondrial.match"; break;
    case MtConclusion::exclusion: finding.reason = "mitochondrial.exclusion"; break;
    case MtConclusion::inconclusive: finding.reason = "mitochondrial.inconclusive"; break;
    case MtConclusion::not_compared: finding.reason = "mitochondrial.not_compared"; break;
  }
  const genetics::HaplotypeCount& count = counts_[right];
  const std::string& name = left_[left].name;
  finding.arguments = {name.empty() ? "@lineage.own" : name,
                       std::to_string(compared.differences),
                       std::to_string(compared.positions),
                       std::to_string(count.seen),
                       std::to_string(count.size),
                       three_figures(clopper_pearson_upper(count, genetics::tail_two_sided_95))};
  return finding;
}

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  count_lineages(estimation, reference, haplotypes_table, Trait::mt_haplotype,
                 &genetics::FamilyMember::mt_haplotypes, [](const MtSequence& sequence) {
                   return read(sequence) ? key_of(sequence) : std::string{};
                 });
}

std::unique_ptr<Evidence> prepare(const Preparation& p) {
  return std::make_unique<Mitochondrial>(p);
}

}  // namespace

ModelFactory mitochondrial_model() { return {estimate, prepare}; }

}  // namespace confronta
