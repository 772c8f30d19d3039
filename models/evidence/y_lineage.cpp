// Y-STR haplotypes, which fathers pass on to sons: the remains' beside that of the missing man or
// of a man of his paternal line. docs/method/dna.md.

#include <algorithm>
#include <array>

#include "models/domain/number_text.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/dna/figures.h"
#include "models/evidence/dna/lineage_counts.h"
#include "models/evidence/dna/row_places.h"
#include "models/registry.h"
#include "models/stats/genetics/haplotype_frequency.h"
#include "models/stats/genetics/y_haplotype.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory y_lineage_model();
namespace {

using genetics::YHaplotype;

constexpr std::array<Trait, 1> traits{Trait::y_haplotype};
constexpr char haplotypes_table[] = "y_lineage.haplotypes";
// So improbable given the line that it need not be counted how common it is.
constexpr double negligible = 1e-9;

/// Loci with one allele, or one written twice: those of two copies are left out.
YHaplotype read(const DnaProfile& profile) {
  YHaplotype haplotype;
  for (const LocusCall& call : profile.loci) {
    const bool one = call.alleles.size() == 1 ||
                     (call.alleles.size() == 2 && call.alleles[0] == call.alleles[1]);
    const auto repeats = one ? parse_number(call.alleles[0]) : std::nullopt;
    if (repeats) haplotype.emplace(call.locus, *repeats);
  }
  return haplotype;
}

/// "DYS19=14 DYS391=10 ", and back.
std::string key_of(const YHaplotype& haplotype) {
  std::string key;
  for (const auto& [locus, repeats] : haplotype) key += locus + '=' + number_text(repeats) + ' ';
  return key;
}

YHaplotype of_key(const std::string& key) {
  YHaplotype haplotype;
  for (std::size_t from = 0; from < key.size();) {
    const std::size_t to = key.find(' ', from), equals = key.find('=', from);
    if (const auto repeats =
            parse_number(std::string_view{key}.substr(equals + 1, to - equals - 1)))
      haplotype.emplace(key.substr(from, equals - from), *repeats);
    from = to + 1;
  }
  return haplotype;
}

struct Carrier {
  YHaplotype haplotype;
  int meioses = 0;
  std::string name;  // "" the row's own
};

struct Compared {
  std::vector<std::string> loci;
  double probability = 0;  // of the remains' haplotype, given the line
  genetics::HaplotypeCount count;
};

class YLineage final : public Evidence {
 public:
  explicit YLineage(const Preparation& p)
      : left_table_(p.left),
        right_table_(p.right),
        rate_(p.parameters["lineage.y_mutation"]),
        wrong_(p.parameters["genetics.wrong_sample"] + p.parameters["genetics.wrong_relationship"]),
        false_paternity_(p.parameters["genetics.false_paternity"]) {
    const ReferenceTable& table = p.reference.find(table_name(p.relation, haplotypes_table));
    for (const auto& [key, count] : table.numbers)
      database_.emplace_back(of_key(key), static_cast<int>(count));
    for (RowId row = 0; row < p.left.size(); ++row) left_.push_back(carrier(p, row));
    for (RowId row = 0; row < p.right.size(); ++row) right_.push_back(own(p.right, row));
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    if (left_[left].haplotype.empty()) return;
    for (std::size_t k = 0; k < right.size(); ++k)
      if (!right_[right[k]].empty()) sum[k] += score(left, compare(left, right[k]));
  }
  Finding explain(RowId left, RowId right) const override;

 private:
  static YHaplotype own(const TraitTable& table, RowId row) {
    YHaplotype most;
    for (const auto* profile : observed_values<DnaProfile>(table, row, Trait::y_haplotype))
      if (YHaplotype haplotype = read(*profile); haplotype.size() > most.size())
        most = std::move(haplotype);
    return most;
  }
  static Carrier carrier(const Preparation& p, RowId row) {
    if (YHaplotype haplotype = own(p.left, row); !haplotype.empty())
      return {std::move(haplotype), 0, ""};
    if (is_symmetric(p.relation)) return {};
    for (const genetics::FamilyPlace& place : places_of(p.families, p.left, row))
      for (const LineKin& kin : kin_on_line(place, genetics::Line::paternal))
        for (const DnaProfile& profile : kin.member->y_haplotypes)
          if (YHaplotype haplotype = read(profile); !haplotype.empty())
            return {std::move(haplotype), kin.meioses, kin.member->name};
    return {};
  }
  Compared compare(RowId left, RowId right) const {
    const Carrier& carrier = left_[left];
    std::map<std::string, double, std::less<>> rates;
    for (const auto& [locus, repeats] : carrier.haplotype) rates.emplace(locus, rate_);
    const auto match =
        y_match(carrier.haplotype, right_[right], carrier.meioses, rates, genetics::YSteps::walk);
    Compared compared;
    if (!match) return compared;
    compared.loci = match.value().loci;
    compared.probability = match.value().probability.value_or(0);
    if (compared.probability > negligible) compared.count = count(compared.loci, right_[right]);
    return compared;
  }
  /// The reference's haplotypes typed at all these loci, and those that are equal there.
  genetics::HaplotypeCount count(const std::vector<std::string>& loci,
                                 const YHaplotype& haplotype) const {
    genetics::HaplotypeCount count;
    for (const auto& [other, times] : database_) {
      bool typed = true, equal = true;
      for (const std::string& locus : loci) {
        const auto at = other.find(locus);
        typed = typed && at != other.end();
        equal = equal && typed && at->second == haplotype.at(locus);
      }
      count.size += typed ? times : 0;
      count.seen += typed && equal ? times : 0;
    }
    return count;
  }
  /// Each father on the way may be another man than the one named.
  Score score(RowId left, const Compared& compared) const {
    if (compared.loci.empty()) return {};
    const double broken = std::min(0.5, wrong_ + left_[left].meioses * false_paternity_);
    const double ratio = compared.probability > negligible
                             ? compared.probability / frequency_plus_one(compared.count)
                             : 0;
    return Score::from_log10(portable_log10((1 - broken) * ratio + broken));
  }

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  double rate_, wrong_, false_paternity_;
  std::vector<std::pair<YHaplotype, int>> database_;
  std::vector<Carrier> left_;
  std::vector<YHaplotype> right_;
};

Finding YLineage::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, traits, right_table_, right, traits);
  const Carrier& carrier = left_[left];
  if (carrier.haplotype.empty() || right_[right].empty())
    return missing(std::move(finding), traits[0]);
  finding.state = ObservationState::observed;
  const Compared compared = compare(left, right);
  finding.score = score(left, compared);
  std::size_t differ = 0;
  for (const std::string& locus : compared.loci)
    differ += carrier.haplotype.at(locus) != right_[right].at(locus);
  if (compared.loci.empty())
    finding.reason = "y_lineage.not_compared";
  else
    finding.reason = differ == 0 ? "y_lineage.same" : "y_lineage.differs";
  const std::string name = carrier.name.empty() ? "@lineage.own" : carrier.name;
  finding.arguments = {
      name,
      std::to_string(carrier.meioses),
      std::to_string(compared.loci.size()),
      std::to_string(differ),
      std::to_string(compared.count.seen),
      std::to_string(compared.count.size),
      three_figures(clopper_pearson_upper(compared.count, genetics::tail_two_sided_95))};
  return finding;
}

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  count_lineages(estimation, reference, haplotypes_table, Trait::y_haplotype,
                 &genetics::FamilyMember::y_haplotypes,
                 [](const DnaProfile& profile) { return key_of(read(profile)); });
}

std::unique_ptr<Evidence> prepare(const Preparation& p) { return std::make_unique<YLineage>(p); }

}  // namespace

ModelFactory y_lineage_model() { return {estimate, prepare}; }

}  // namespace confronta
