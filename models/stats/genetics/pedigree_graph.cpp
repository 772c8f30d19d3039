#include "models/stats/genetics/pedigree_graph.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace confronta::genetics {
namespace {

// The classes that an allele variable ranges over, in the order of its states.
using Domain = std::vector<int>;

class LocusBuilder {
 public:
  LocusBuilder(PedigreeGraph& target, const GraphSpec& spec)
      : target_(target),
        spec_(spec),
        x_linked_(spec.evidence.locus->inheritance() == Inheritance::x_linked),
        mothers_(spec.classes.mothers()),
        fathers_(spec.classes.fathers()) {
    const auto persons = static_cast<std::size_t>(spec.pedigree.size());
    result_.alleles.resize(persons);
    children_.resize(persons, 0);
    if (spec.population.theta > 0) {
      std::vector<double> frequencies;
      for (int c = 0; c < spec.classes.size(); ++c)
        frequencies.push_back(spec.classes.frequency(c));
      target_.urns.emplace_back(spec.population.theta, std::move(frequencies));
    }
  }

  Result<LocusGraph> build() {
    for (int person = 0; person < spec_.pedigree.size(); ++person) {
      if (!takes_part(person)) continue;
      if (auto error = unusable(person)) return *error;
      for (const int parent : {spec_.pedigree[person].father, spec_.pedigree[person].mother})
        if (parent != no_parent) ++children_[static_cast<std::size_t>(parent)];
    }
    for (const int person : spec_.pedigree.parents_first())
      if (takes_part(person)) add_person(person);
    return std::move(result_);
  }

 private:
  bool takes_part(int person) const { return spec_.takes_part[static_cast<std::size_t>(person)]; }
  bool is_kept(int person) const { return spec_.kept[static_cast<std::size_t>(person)]; }
  bool one_copy(int person) const { return x_linked_ && spec_.pedigree[person].sex == Sex::male; }
  double inbreeding(int person) const {
    const auto& all = spec_.population.inbreeding;
    return all.empty() ? 0 : all[static_cast<std::size_t>(person)];
  }

  std::vector<const Call*> calls(int person) const {
    std::vector<const Call*> own;
    for (const Observation& seen : spec_.evidence.observations)
      if (seen.person == person) own.push_back(&seen.call);
    return own;
  }

  std::optional<Error> unusable(int person) const {
    if (!x_linked_) return std::nullopt;
    const std::string& locus = spec_.evidence.locus->name();
    const std::string& id = spec_.pedigree[person].id;
    if (spec_.pedigree[person].sex == Sex::unknown)
      return Error{"genetics.sex_needed", {locus, id}, {}};
    for (const Call* call : calls(person)) {
      const auto* exact = std::get_if<GenotypeCall>(call);
      if (exact != nullptr && one_copy(person) && exact->first != exact->second &&
          exact->first != not_called && exact->second != not_called)
        return Error{"genetics.male_heterozygous", {locus, id}, {}};
    }
    return std::nullopt;
  }

  // P(all calls of a person | classes x, y); a man's one X allele is x.
  double fit(const std::vector<const Call*>& own, bool single, int x, int y) const {
    const Locus& locus = *spec_.evidence.locus;
    double product = 1;
    for (const Call* call : own)
      product *= single ? call_probability_hemizygous(locus, *call, spec_.classes.representative(x))
                        : call_probability(locus, *call, spec_.classes.representative(x),
                                           spec_.classes.representative(y));
    return product;
  }

  // Alleles that a person can have, as far as the person's own calls tell.
  Domain possible(const std::vector<const Call*>& own, bool single) const {
    Domain domain;
    for (int x = 0; x < spec_.classes.size(); ++x) {
      bool fits = own.empty();
      for (int y = 0; y < (single ? 1 : spec_.classes.size()) && !fits; ++y)
        fits = fit(own, single, x, y) > 0;
      if (fits) domain.push_back(x);
    }
    return domain;
  }

  int add_variable(Domain domain) {
    domains_.resize(static_cast<std::size_t>(target_.graph.size()));
    const int variable = target_.graph.add_variable(static_cast<int>(domain.size()));
    domains_.push_back(std::move(domain));
    return variable;
  }
  const Domain& domain(int variable) const { return domains_[static_cast<std::size_t>(variable)]; }

  void add_person(int person) {
    const bool single = one_copy(person);
    const std::vector<const Call*> own = calls(person);
    Domain domain = possible(own, single);
    if (domain.empty()) {
      target_.constant = ScaledNumber();
      domain.push_back(0);  // the graph stays well-formed
    }
    const bool founder = spec_.pedigree[person].is_founder();
    AlleleVariables& alleles = result_.alleles[static_cast<std::size_t>(person)];
    if (founder && draw_known(person, single, own, domain, alleles)) return;
    // what is drawn from an urn, or wanted, ranges over every class
    const bool drawn =
        spec_.pedigree[person].father == no_parent || spec_.pedigree[person].mother == no_parent;
    if ((drawn && spec_.population.theta > 0) || is_kept(person)) {
      domain.clear();
      for (int c = 0; c < spec_.classes.size(); ++c) domain.push_back(c);
    }
    const bool asked = is_kept(person) || !own.empty() || inbreeding(person) > 0;
    const int children = children_[static_cast<std::size_t>(person)];
    const bool one_matters = founder && !single && !asked && spec_.fix_phase && children <= 1;
    if (single) {
      alleles.maternal = add_variable(domain);
    } else {
      alleles.paternal = add_variable(domain);
      if (!one_matters) alleles.maternal = add_variable(std::move(domain));
    }
    if (!own.empty()) {
      add_calls(own, alleles);
      add_phase(person, alleles);
    }
    add_origin(person, alleles);
    if (one_matters) add_idle();
  }

  // A founder of known genotype is drawn from the urn at once; only who got which allele is open.
  bool draw_known(int person, bool single, const std::vector<const Call*>& own,
                  const Domain& domain, AlleleVariables& alleles) {
    if (spec_.population.theta == 0 || is_kept(person) || own.empty()) return false;
    std::vector<std::pair<int, int>> genotypes;
    for (const int x : domain)
      for (const int y : domain)
        if (x <= y && (!single || x == y) && fit(own, single, x, y) > 0)
          genotypes.emplace_back(x, y);
    if (genotypes.size() != 1) return false;
    const auto [x, y] = genotypes.front();
    Urn& urn = target_.urns.back();
    target_.constant *= ScaledNumber(urn.draw(x));
    if (!single) {
      target_.constant *= ScaledNumber(urn.draw(y));
      alleles.paternal = add_variable(domain);
    }
    alleles.maternal = add_variable(domain);
    add_calls(own, alleles);
    return true;
  }

  void add_calls(const std::vector<const Call*>& own, const AlleleVariables& alleles) {
    std::vector<double> values;
    if (alleles.paternal < 0) {
      for (const int x : domain(alleles.maternal)) values.push_back(fit(own, true, x, x));
      return target_.graph.add_factor({alleles.maternal}, std::move(values));
    }
    for (const int x : domain(alleles.paternal))
      for (const int y : domain(alleles.maternal)) values.push_back(fit(own, false, x, y));
    target_.graph.add_factor({alleles.paternal, alleles.maternal}, std::move(values));
  }

  // One allele of a person with calls parts the other's line from its own.
  void add_phase(int person, const AlleleVariables& alleles) {
    const Person& who = spec_.pedigree[person];
    if (alleles.paternal < 0 || !target_.parting) return;
    if (who.is_founder())
      target_.parting.reset();
    else
      target_.parting->push_back(who.father == no_parent ? alleles.maternal : alleles.paternal);
  }

  // Where the alleles come from: a parent each, or the population.
  void add_origin(int person, const AlleleVariables& alleles) {
    const Person& who = spec_.pedigree[person];
    const double f = who.is_founder() ? inbreeding(person) : 0;
    if (f > 0 && alleles.paternal >= 0) return add_inbred(f, alleles);
    if (alleles.paternal >= 0) {
      if (who.father == no_parent)
        from_population(alleles.paternal);
      else
        from_parent(person, false, who.father, alleles.paternal);
    }
    if (alleles.maternal >= 0) {
      if (who.mother == no_parent)
        from_population(alleles.maternal);
      else
        from_parent(person, true, who.mother, alleles.maternal);
    }
  }

  void from_population(int variable) {
    if (spec_.population.theta > 0) return target_.urns.back().add_unknown(variable);
    std::vector<double> values;
    for (const int c : domain(variable)) values.push_back(spec_.classes.frequency(c));
    target_.graph.add_factor({variable}, std::move(values));
  }

  void add_idle() {
    if (spec_.population.theta > 0)
      target_.urns.back().add_idle();
    else
      target_.constant *= ScaledNumber(spec_.classes.total_frequency());
  }

  void add_inbred(double f, const AlleleVariables& alleles) {
    std::vector<double> values;
    for (const int x : domain(alleles.paternal))
      for (const int y : domain(alleles.maternal)) {
        const double p = spec_.classes.frequency(x);
        values.push_back((1 - f) * p * spec_.classes.frequency(y) + (x == y ? f * p : 0));
      }
    target_.graph.add_factor({alleles.paternal, alleles.maternal}, std::move(values));
  }

  void from_parent(int child, bool from_mother, int parent, int variable) {
    const AlleleVariables& alleles = result_.alleles[static_cast<std::size_t>(parent)];
    const TransitionMatrix& matrix = from_mother ? mothers_ : fathers_;
    if (one_copy(parent)) return add_passage(alleles.maternal, variable, matrix);
    Meiosis meiosis{child, from_mother, -1};
    int& remaining = children_[static_cast<std::size_t>(parent)];
    const bool first = spec_.fix_phase && spec_.pedigree[parent].is_founder() && remaining > 0;
    if (first) {
      remaining = 0;  // later children are free to get either
      add_passage(alleles.paternal, variable, matrix);
    } else if (is_small(alleles, variable)) {
      add_either(alleles, variable, matrix);
    } else {
      meiosis.selector = target_.graph.add_variable(2);
      if (target_.parting) target_.parting->push_back(meiosis.selector);
      const double half = spec_.free_selectors ? 0.5 : 1;
      add_choice(meiosis.selector, 0, alleles.paternal, variable, matrix, half);
      add_choice(meiosis.selector, 1, alleles.maternal, variable, matrix, half);
    }
    result_.meioses.push_back(meiosis);
  }

  // Whether one table over both of the parent's alleles is no more than one over a selector. Linked
  // loci and urns need the selector as such.
  bool is_small(const AlleleVariables& parent, int child) const {
    constexpr std::size_t small = 150;
    return spec_.free_selectors && !spec_.needs_selectors && spec_.population.theta == 0 &&
           domain(parent.paternal).size() * domain(parent.maternal).size() * domain(child).size() <=
               small;
  }

  void add_either(const AlleleVariables& parent, int to, const TransitionMatrix& matrix) {
    std::vector<double> values;
    for (const int a : domain(parent.paternal))
      for (const int b : domain(parent.maternal))
        for (const int c : domain(to)) values.push_back(0.5 * matrix(a, c) + 0.5 * matrix(b, c));
    target_.graph.add_factor({parent.paternal, parent.maternal, to}, std::move(values));
  }

  void add_passage(int from, int to, const TransitionMatrix& matrix) {
    std::vector<double> values;
    for (const int a : domain(from))
      for (const int b : domain(to)) values.push_back(matrix(a, b));
    target_.graph.add_factor({from, to}, std::move(values));
  }

  // `from` is passed on where the selector says `chosen`; otherwise it says nothing.
  void add_choice(int selector, int chosen, int from, int to, const TransitionMatrix& matrix,
                  double weight) {
    std::vector<double> values;
    for (int choice = 0; choice < 2; ++choice)
      for (const int a : domain(from))
        for (const int b : domain(to))
          values.push_back(choice == chosen ? weight * matrix(a, b) : 1);
    target_.graph.add_factor({selector, from, to}, std::move(values));
  }

  PedigreeGraph& target_;
  const GraphSpec& spec_;
  bool x_linked_;
  TransitionMatrix mothers_, fathers_;
  LocusGraph result_;
  std::vector<int> children_;    // of a founder: 0 once the first has its allele
  std::vector<Domain> domains_;  // by variable
};

// Whether persons of whom nothing is asked sum to 1, but for the rounding of a table that was
// printed with ten digits.
bool sums_to_one(const LocusEvidence& evidence) {
  constexpr double rounding = 1e-9;
  if (std::abs(evidence.locus->total_frequency() - 1) > rounding) return false;
  if (evidence.mutation == nullptr) return true;
  for (int i = 0; i < evidence.locus->size(); ++i)
    for (const TransitionMatrix* matrix : {&evidence.mutation->female, &evidence.mutation->male})
      if (std::abs(matrix->row_sum(i) - 1) > rounding) return false;
  return true;
}

}  // namespace

Result<LocusGraph> add_locus(PedigreeGraph& target, const GraphSpec& spec) {
  return LocusBuilder(target, spec).build();
}

std::vector<bool> taking_part(const Pedigree& pedigree,
                              const std::vector<const LocusEvidence*>& loci,
                              const std::vector<bool>& kept) {
  std::vector<bool> part = kept;
  for (const LocusEvidence* evidence : loci) {
    if (!sums_to_one(*evidence)) part.assign(part.size(), true);
    for (const Observation& seen : evidence->observations)
      part[static_cast<std::size_t>(seen.person)] = true;
  }
  const std::vector<int>& order = pedigree.parents_first();
  for (auto person = order.rbegin(); person != order.rend(); ++person) {
    if (!part[static_cast<std::size_t>(*person)]) continue;
    for (const int parent : {pedigree[*person].father, pedigree[*person].mother})
      if (parent != no_parent) part[static_cast<std::size_t>(parent)] = true;
  }
  return part;
}

}  // namespace confronta::genetics
