#include "models/evidence/dna/family_case.h"

#include <algorithm>
#include <numeric>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using genetics::Call;
using genetics::DetectedAlleles;
using genetics::FamilyTable;
using genetics::GenotypeCall;
using genetics::LocusEvidence;
using genetics::Pedigree;

// Beyond this an LR adds nothing to what wrong samples give (a thousandth, usually).
constexpr double least_bans = -12;

/// Alleles of the family's ladder that a call of many names; none of them may be missing.
std::optional<Call> translated(const Call& call, std::span<const int> own) {
  const auto place = [&](int allele) {
    return allele == genetics::not_called ? allele : own[static_cast<std::size_t>(allele)];
  };
  if (const auto* exact = std::get_if<GenotypeCall>(&call)) {
    const GenotypeCall mine{place(exact->first), place(exact->second)};
    const bool lost =
        (mine.first < 0 && exact->first >= 0) || (mine.second < 0 && exact->second >= 0);
    return lost ? std::nullopt : std::optional<Call>(mine);
  }
  DetectedAlleles mine = std::get<DetectedAlleles>(call);
  for (int& allele : mine.alleles) {
    allele = place(allele);
    if (allele < 0) return std::nullopt;
  }
  return mine;
}

bool sexes_known(const Pedigree& pedigree) {
  for (int p = 0; p < pedigree.size(); ++p)
    if (pedigree[p].sex == genetics::Sex::unknown) return false;
  return true;
}

Score score_of(double ratio, double mistyping) {
  return Score::from_log10(portable_log10((1 - mistyping) * ratio + mistyping));
}

}  // namespace

Pedigree without_father(const Pedigree& pedigree, int person) {
  std::vector<genetics::PedigreeRow> rows;
  const auto name = [&](int p) {
    return p == genetics::no_parent ? std::string{} : pedigree[p].id;
  };
  for (int p = 0; p < pedigree.size(); ++p)
    rows.push_back({pedigree[p].id, p == person ? "" : name(pedigree[p].father),
                    name(pedigree[p].mother), pedigree[p].sex});
  return Pedigree::make(rows).value();  // what was a pedigree stays one
}

KinshipRates::KinshipRates(const Parameters& parameters)
    : mistyping(parameters["genetics.mistyping"]),
      wrong(parameters["genetics.wrong_relationship"] + parameters["genetics.wrong_sample"]),
      false_paternity(parameters["genetics.false_paternity"]) {}

FamilyCase::FamilyCase(const genetics::FamilyPlace& place, const MatchPopulation& population,
                       const genetics::DropoutModel& dropout, const Parameters& parameters,
                       FamilyTables* known)
    : place_(place),
      population_(&population),
      known_(known),
      rates_(parameters),
      theta_most_founders_(parameters["genetics.theta_most_founders"]) {
  for (int person = 0; person < pedigree().size(); ++person) {
    const auto& member = place_.family->members[static_cast<std::size_t>(person)];
    typings_.push_back(person == place_.person ? Typing{} : typing_of(member.genotypes, dropout));
    const auto& loci = typings_.back().profile.loci;
    const auto calls = std::count_if(loci.begin(), loci.end(), [&](const LocusCall& call) {
      return !call.alleles.empty() && population.has(call.locus);
    });
    typed_calls_ += static_cast<std::size_t>(calls);
    typed_people_ += calls > 0;
  }
}

/// Whether the missing person has a tie to anybody typed.
bool FamilyCase::tied(const Pedigree& pedigree) const {
  std::vector<int> group(static_cast<std::size_t>(pedigree.size()));
  std::iota(group.begin(), group.end(), 0);
  const auto root = [&](int p) {
    while (group[static_cast<std::size_t>(p)] != p) p = group[static_cast<std::size_t>(p)];
    return p;
  };
  for (int p = 0; p < pedigree.size(); ++p)
    for (const int parent : {pedigree[p].father, pedigree[p].mother})
      if (parent != genetics::no_parent) group[static_cast<std::size_t>(root(p))] = root(parent);
  for (int p = 0; p < pedigree.size(); ++p)
    if (!typings_[static_cast<std::size_t>(p)].profile.loci.empty() &&
        root(p) == root(place_.person))
      return true;
  return false;
}

/// The pedigree as stated first; then, one at a time, without the father of the missing person and
/// of each of the missing person's children. Where nothing is left that ties the missing person to
/// a profile, LR is 1 and the hypothesis counts as "wrong".
std::vector<FamilyCase::Hypothesis> FamilyCase::stated_and_cut() const {
  std::vector<Hypothesis> hypotheses{
      {pedigree(), 1 - rates_.wrong, theta_of(pedigree(), theta_most_founders_)}};
  for (int p = 0; p < pedigree().size(); ++p) {
    const bool own = p == place_.person && pedigree()[p].father != genetics::no_parent;
    if (!own && pedigree()[p].father != place_.person) continue;
    hypotheses.front().prior -= rates_.false_paternity;
    Pedigree cut = without_father(pedigree(), p);
    const double theta = theta_of(cut, theta_most_founders_ - 1);
    if (tied(cut)) hypotheses.push_back({std::move(cut), rates_.false_paternity, theta});
  }
  return hypotheses;
}

/// theta where the urn's partitions stay few. The missing person, if a founder, is as good as
/// typed.
double FamilyCase::theta_of(const Pedigree& pedigree, double most_founders) const {
  const Pedigree complete = pedigree.with_both_parents();
  int untyped = 0;
  for (int p = 0; p < complete.size(); ++p) {
    const bool listed = p < pedigree.size();
    untyped += p != place_.person && complete[p].is_founder() &&
               !(listed && !typings_[static_cast<std::size_t>(p)].profile.loci.empty());
  }
  return untyped <= most_founders ? population_->founders().theta : 0;
}

Result<std::vector<FamilyTable>> FamilyCase::tables_of(
    const MatchLocus& ladder, const std::vector<genetics::Observation>& observed) const {
  std::vector<FamilyTable> tables;
  for (std::size_t h = 0; h < hypotheses_.size(); ++h) {
    const Hypothesis& hypothesis = hypotheses_[h];
    auto table =
        known_ != nullptr
            ? known_->table(hypothesis.pedigree, ladder, observed, place_.person, hypothesis.theta)
            : FamilyTable::make(hypothesis.pedigree, {&ladder.locus, &ladder.mutation, observed},
                                place_.person, founders(h));
    if (!table) return table.error();
    tables.push_back(std::move(table).value());
  }
  return tables;
}

void FamilyCase::gather() {
  loci_.reserve(population_->loci().size());  // tables point to their ladder
  for (const std::string& name : population_->loci()) {
    std::vector<std::string> seen;
    for (const Typing& typing : typings_)
      if (const LocusCall* call = typing.at(name))
        seen.insert(seen.end(), call->alleles.begin(), call->alleles.end());
    if (seen.empty()) continue;
    if (population_->on_x(name) && !sexes_known(pedigree())) {
      without_sex_.push_back(name);
      continue;
    }
    auto ladder = population_->locus(name, seen);
    if (!ladder) {
      left_out_.push_back(name);
      continue;
    }
    CaseLocus locus{std::move(ladder).value(), std::move(seen), {}, {}};
    for (std::size_t p = 0; p < typings_.size(); ++p)
      if (const LocusCall* call = typings_[p].at(name))
        if (auto said = reported_call(*call, locus.ladder.locus, typings_[p].errors))
          locus.observed.push_back({static_cast<int>(p), std::move(*said)});
    if (!locus.observed.empty()) loci_.push_back(std::move(locus));
  }
}

void FamilyCase::weigh() {
  gather();
  hypotheses_ = stated_and_cut();
  std::vector<CaseLocus> weighed;
  weighed.reserve(loci_.size());
  for (CaseLocus& gathered : loci_) {
    CaseLocus& locus = weighed.emplace_back(std::move(gathered));
    auto tables = tables_of(locus.ladder, locus.observed);
    if (tables.ok()) {
      locus.tables = std::move(tables).value();
      continue;
    }
    left_out_.push_back(locus.ladder.locus.name());
    weighed.pop_back();
  }
  loci_ = std::move(weighed);
  weigh_hypotheses();
}

/// P(family) as stated, its founders as those of another hypothesis, to be compared with that.
std::optional<genetics::ScaledNumber> FamilyCase::stated_likelihood(const CaseLocus& locus,
                                                                    std::size_t hypothesis) const {
  const genetics::Population population = founders(hypothesis);
  if (population.theta == hypotheses_.front().theta)
    return locus.tables.front().family_likelihood();
  const LocusEvidence evidence{&locus.ladder.locus, &locus.ladder.mutation, locus.observed};
  const auto stated = pedigree_likelihood(pedigree(), evidence, population);
  if (!stated || stated.value().is_zero()) return std::nullopt;
  return stated.value();
}

/// A cut that makes the family's own profiles much more probable is more probable itself.
void FamilyCase::weigh_hypotheses() {
  std::vector<genetics::ScaledNumber> fits(hypotheses_.size(), genetics::ScaledNumber{1.0});
  for (const CaseLocus& locus : loci_)
    for (std::size_t h = 1; h < hypotheses_.size(); ++h)
      if (const auto stated = stated_likelihood(locus, h))
        fits[h] *= locus.tables[h].family_likelihood() / *stated;
  double all = 0, named = 0;
  for (std::size_t h = 0; h < hypotheses_.size(); ++h) {
    weights_.push_back(hypotheses_[h].prior * fits[h].value());
    all += weights_.back();
    named += hypotheses_[h].prior;
  }
  weight_of_nothing_ = 1 - named;
  all += weight_of_nothing_;
  weight_of_nothing_ /= all;
  for (double& weight : weights_) weight /= all;
}

const CaseLocus* FamilyCase::locus(std::string_view name) const {
  const auto at = std::lower_bound(
      loci_.begin(), loci_.end(), name,
      [](const CaseLocus& one, std::string_view key) { return one.ladder.locus.name() < key; });
  return at != loci_.end() && at->ladder.locus.name() == name ? &*at : nullptr;
}

std::optional<double> FamilyCase::ratio(const CaseLocus& locus, std::size_t hypothesis,
                                        const LocusCall& call,
                                        const genetics::SampleErrors& errors) const {
  const MatchLocus* ladder = &locus.ladder;
  const FamilyTable* table = &locus.tables[hypothesis];
  std::optional<MatchLocus> wider;
  std::optional<FamilyTable> again;
  if (refused(call, locus.ladder.locus)) {
    std::vector<std::string> seen = locus.seen;
    seen.insert(seen.end(), call.alleles.begin(), call.alleles.end());
    auto made = population_->locus(locus.ladder.locus.name(), seen);
    if (!made || refused(call, made.value().locus)) return std::nullopt;
    wider.emplace(std::move(made).value());
    std::vector<genetics::Observation> observed;
    for (const auto& [person, said] : locus.observed) {
      const auto p = static_cast<std::size_t>(person);
      const LocusCall* own = typings_[p].at(locus.ladder.locus.name());
      observed.push_back({person, *reported_call(*own, wider->locus, typings_[p].errors)});
    }
    auto remade =
        FamilyTable::make(hypotheses_[hypothesis].pedigree,
                          LocusEvidence{&wider->locus, &wider->mutation, std::move(observed)},
                          place_.person, founders(hypothesis));
    if (!remade) return std::nullopt;
    again.emplace(std::move(remade).value());
    ladder = &*wider;
    table = &*again;
  }
  const auto said = reported_call(call, ladder->locus, errors);
  if (!said) return std::nullopt;
  const auto ratio = table->likelihood_ratio(*said);
  return ratio.ok() ? std::optional<double>(ratio.value()) : std::nullopt;
}

Result<double> FamilyCase::class_ratio(const CodedProfiles& profiles, std::size_t at,
                                       std::size_t code, std::span<const int> own_allele,
                                       const CaseLocus& locus, std::size_t hypothesis) const {
  const Call& call = profiles.classes().calls(at)[code - 1];
  const FamilyTable& table = locus.tables[hypothesis];
  const auto mine = translated(call, own_allele);
  if (!mine) {  // an allele that neither the table nor the family has
    LocusCall named{locus.ladder.locus.name(), {}, {}};
    genetics::SampleErrors errors;
    const auto name = [&](int allele) {
      if (allele >= 0)
        named.alleles.push_back(
            profiles.classes().locus(at).alleles()[static_cast<std::size_t>(allele)]);
    };
    if (const auto* exact = std::get_if<GenotypeCall>(&call)) {
      name(exact->first);
      name(exact->second);
    } else {
      const auto& seen = std::get<DetectedAlleles>(call);
      for (const int allele : seen.alleles) name(allele);
      errors = {seen.dropout, seen.dropin};
    }
    return ratio(locus, hypothesis, named, errors).value_or(1.0);
  }
  const auto place = [&](int a, int b) {
    const auto [low, high] = std::minmax(a, b);
    return table.one_copy() ? static_cast<std::size_t>(low) : genetics::genotype_index(low, high);
  };
  if (const auto* exact = std::get_if<GenotypeCall>(&*mine); exact && exact->second >= 0)
    return table.ratios()[place(exact->first, exact->second)];
  double numerator = 0, denominator = 0;
  for (const auto& [genotype, probability] : profiles.classes().fits(at, code)) {
    const auto [x, y] = profiles.genotypes(at)[genotype];
    const int a = own_allele[static_cast<std::size_t>(x)];
    const int b = own_allele[static_cast<std::size_t>(y)];
    if (a < 0 || b < 0) continue;  // nobody in this case has it
    const std::size_t g = place(a, b);
    numerator += probability * table.related()[g];
    denominator += probability * table.unrelated()[g];
  }
  return denominator > 0 ? numerator / denominator : 1.0;
}

Result<std::vector<std::optional<Score>>> FamilyCase::class_scores(const CodedProfiles& profiles,
                                                                   std::size_t at,
                                                                   const CaseLocus& locus,
                                                                   std::size_t hypothesis) const {
  std::vector<int> own_allele;
  for (const std::string& allele : profiles.classes().locus(at).alleles())
    own_allele.push_back(locus.ladder.locus.find(allele).value_or(-1));
  std::vector<std::optional<Score>> scores{Score{}};  // not typed
  if (profiles.classes().one_copy(at) != locus.tables[hypothesis].one_copy()) {
    scores.resize(profiles.classes().calls(at).size() + 1, Score{});
    return scores;
  }
  for (std::size_t code = 1; code <= profiles.classes().calls(at).size(); ++code) {
    const auto ratio = class_ratio(profiles, at, code, own_allele, locus, hypothesis);
    if (!ratio) return ratio.error();
    scores.emplace_back(score_of(ratio.value(), rates_.mistyping));
  }
  return scores;
}

Result<std::vector<genetics::FamilyScan>> FamilyCase::scan(const CodedProfiles& profiles) const {
  const genetics::ProfileClasses& classes = profiles.classes();
  std::vector<genetics::FamilyScan> scans;
  for (std::size_t h = 0; h < hypotheses_.size(); ++h) {
    std::vector<std::vector<std::optional<Score>>> by_locus;
    for (std::size_t at = 0; at < classes.loci(); ++at) {
      const CaseLocus* mine = locus(classes.locus(at).name());
      if (mine == nullptr) {
        by_locus.emplace_back(classes.calls(at).size() + 1, Score{});
        continue;
      }
      auto scores = class_scores(profiles, at, *mine, h);
      if (!scores) return scores.error();
      by_locus.push_back(std::move(scores).value());
    }
    auto scan = genetics::FamilyScan::of_scores(classes, by_locus);
    if (!scan) return scan.error();
    scans.push_back(std::move(scan).value());
  }
  return scans;
}

std::optional<genetics::FamilyPlace> speaking_place(
    const std::vector<genetics::FamilyPlace>& places, const MatchPopulation& population,
    const genetics::DropoutModel& dropout, const Parameters& parameters) {
  std::optional<genetics::FamilyPlace> best;
  std::size_t most = 0;
  for (const genetics::FamilyPlace& place : places)
    if (const std::size_t calls = FamilyCase{place, population, dropout, parameters}.typed_calls();
        calls > most) {
      best = place;
      most = calls;
    }
  return best;
}

Score FamilyCase::together(std::span<const Score> by_hypothesis) const {
  const Score best = *std::max_element(by_hypothesis.begin(), by_hypothesis.end());
  if (best.log10() < least_bans && weight_of_nothing_ > 0)
    return Score::from_log10(portable_log10(weight_of_nothing_));
  const double shift = std::max(best.log10(), 0.0);
  double sum = weight_of_nothing_ * portable_pow(10, -shift);
  for (std::size_t h = 0; h < by_hypothesis.size(); ++h)
    sum += weights_[h] * portable_pow(10, by_hypothesis[h].log10() - shift);
  return Score::from_log10(shift + portable_log10(sum));
}

}  // namespace confronta
