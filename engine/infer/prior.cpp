#include "engine/infer/prior.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "engine/scan/extent.h"

namespace confronta {
namespace {

/// How a status bears on the chance of a partner, by its word; 1 for all others.
using StatusWeights = std::map<std::string, double, std::less<>>;

/// Of remains: what is left where the search may be over.
StatusWeights remains_weights(const Parameters& parameters) {
  return {{"identified", parameters["inference.weight_identified"]},
          {"handed_over", parameters["inference.weight_handed_over"]},
          {"closed", parameters["inference.weight_closed"]}};
}

/// Of a row, the status that most keeps the search open: registers contradict each other.
std::string_view status_of(const TraitTable& table, RowId row, const StatusWeights& weights) {
  std::string_view kept;
  double most = -1;
  for (const Observation& o : table.observations(row, Trait::status))
    if (const Code* code = std::get_if<Code>(&o.value)) {
      const auto at = weights.find(code->word);
      const double weight = at == weights.end() ? 1 : at->second;
      if (weight > most) most = weight, kept = code->word;
    }
  return kept;
}

/// Of reports: by Bayes, how often those whose remains the store holds have the status over how
/// often reports have it, against the same of all other reports. So "located alive" weighs by its
/// errors and by how freely the registers write it.
StatusWeights report_weights(const TraitTable& reports, const Parameters& parameters) {
  StatusWeights weights = remains_weights(parameters);
  const StatusWeights less_than_open{
      {"located_alive", 0.5}, {"located_dead", 0.75}, {"closed", 0.5}};
  std::map<std::string_view, double> count;
  for (RowId row = 0; row < reports.size(); ++row)
    count[status_of(reports, row, less_than_open)] += 1;
  const double pseudo = parameters["common.pseudo_records"];
  const auto share = [&](std::string_view status) {
    return (count[status] + pseudo * parameters["inference.status_share"]) /
           (static_cast<double>(reports.size()) + pseudo);
  };
  const double alive = share("located_alive"), dead = share("located_dead");
  const double alive_if = parameters["inference.status_located_alive"];
  const double dead_if = parameters["inference.status_located_dead"];
  const double open = (1 - alive_if - dead_if) / std::max(1e-9, 1 - alive - dead);
  const double most = parameters["inference.most_status_weight"];
  weights["located_alive"] = std::min(most, alive_if / alive / open);
  weights["located_dead"] = std::min(most, dead_if / dead / open);
  return weights;
}

std::vector<double> weights_of(const TraitTable& table, const StatusWeights& weights) {
  std::vector<double> of_rows(table.size(), 1);
  for (RowId row = 0; row < table.size(); ++row)
    if (const auto at = weights.find(status_of(table, row, weights)); at != weights.end())
      of_rows[row] = at->second;
  return of_rows;
}

/// How readily a row is a part that has others.
double weight_as_part(const TraitTable& remains, RowId row, const Parameters& parameters) {
  if (places_of(remains, row, parameters) > 1) return 0;
  switch (extent_of(remains, row)) {
    case part: return 1;
    case whole: return parameters["inference.part_weight_whole"];
    case either: break;
  }
  return parameters["inference.part_weight_unstated"];
}

constexpr double greatest_chance = 1 - 1e-9;  // odds stay finite even where a user says "certain"

std::vector<double> odds_of(const std::vector<double>& chances) {
  std::vector<double> odds;
  odds.reserve(chances.size());
  for (const double chance : chances) odds.push_back(chance / (1 - chance));
  return odds;
}

}  // namespace

double IdentityPrior::lambda(RowId left, RowId right) const {
  if (kappa <= 0) return 0;
  return rho[left] * sigma[right] / (kappa * (1 - rho[left]) * (1 - sigma[right]));
}

double IdentityPrior::pair(RowId left, RowId right) const {
  if (kappa <= 0) return 0;
  return std::min(greatest_chance, rho[left] * sigma[right] / kappa * places[right]);
}

std::vector<double> IdentityPrior::left_odds() const { return odds_of(rho); }
std::vector<double> IdentityPrior::right_odds() const { return odds_of(sigma); }

std::uint32_t places_of(const TraitTable& remains, RowId row, const Parameters& parameters) {
  double individuals = 1;
  for (const Observation& o : remains.observations(row, Trait::individuals))
    if (const Interval* number = std::get_if<Interval>(&o.value))
      individuals = std::max(individuals, number->low);
  return static_cast<std::uint32_t>(std::min(individuals, parameters["inference.most_places"]));
}

std::string_view source_of(std::string_view id) { return id.substr(0, id.find(':')); }

IdentityPrior identity_prior(const TraitTable& reports, const TraitTable& remains,
                             const Parameters& parameters) {
  IdentityPrior prior;
  prior.rho = weights_of(reports, report_weights(reports, parameters));
  prior.sigma = weights_of(remains, remains_weights(parameters));
  double people = 0;
  double places = 0;
  for (const double weight : prior.rho) people += weight;
  for (RowId row = 0; row < remains.size(); ++row) {
    prior.places.push_back(places_of(remains, row, parameters));
    places += prior.sigma[row] * prior.places[row];
  }
  prior.kappa = std::min(parameters["inference.remains_with_report"] * places,
                         parameters["inference.report_with_remains"] * people);
  for (double& chance : prior.rho)
    chance = people > 0 ? std::min(greatest_chance, chance * prior.kappa / people) : 0;
  for (double& chance : prior.sigma)
    chance = places > 0 ? std::min(greatest_chance, chance * prior.kappa / places) : 0;
  return prior;
}

WithinSidePrior::WithinSidePrior(Relation relation, const TraitTable& table,
                                 const Parameters& parameters) {
  const std::string share = "inference." + std::string{relation_name(relation)};
  across_ = parameters[share + "_across"];
  within_ = parameters[share + "_within"];
  std::map<std::string_view, std::uint32_t> numbers;
  std::vector<double> heaviest;  // row of each source
  for (RowId row = 0; row < table.size(); ++row) {
    const auto [at, is_new] =
        numbers.emplace(source_of(table.id(row)), static_cast<std::uint32_t>(numbers.size()));
    if (is_new) in_source_.push_back(0), heaviest.push_back(0);
    source_.push_back(at->second);
    weight_.push_back(relation == Relation::part ? weight_as_part(table, row, parameters) : 1);
    in_source_[at->second] += weight_.back();
    in_all_ += weight_.back();
    heaviest[at->second] = std::max(heaviest[at->second], weight_.back());
  }
  for (std::uint32_t a = 0; a < heaviest.size(); ++a)
    for (std::uint32_t b = 0; b < heaviest.size(); ++b)
      greatest_ = std::max(greatest_, odds_between(a, heaviest[a], b, heaviest[b]));
}

double WithinSidePrior::odds(RowId left, RowId right) const {
  return odds_between(source_[left], weight_[left], source_[right], weight_[right]);
}

double WithinSidePrior::mean_odds(RowId row) const {
  const double others = in_all_ - weight_[row];
  if (!(others > 0)) return 0;
  double sum = 0;
  for (std::uint32_t s = 0; s < in_source_.size(); ++s) {
    const double weight = in_source_[s] - (s == source_[row] ? weight_[row] : 0);
    sum += weight * odds_between(source_[row], weight_[row], s, 1);
  }
  return sum / others;
}

/// Of the two rows' numbers of possible partners the greater counts: the odds are the same in
/// either order, and never more than the share allows.
double WithinSidePrior::odds_between(std::uint32_t a, double weight_a, std::uint32_t b,
                                     double weight_b) const {
  const double partners = a == b ? in_source_[a] - std::min(weight_a, weight_b)
                                 : in_all_ - std::min(in_source_[a], in_source_[b]);
  return (a == b ? within_ : across_) * weight_a * weight_b / std::max(1.0, partners);
}

}  // namespace confronta
