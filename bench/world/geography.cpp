#include "bench/world/geography.h"

#include <array>

#include "bench/world/demography.h"
#include "bench/world/rates.h"
#include "models/data/municipality.h"
#include "models/stats/portable_math.h"

namespace confronta::world {

int state_of(int municipality) {
  const auto code = municipalities()[municipality].code;
  return (code[0] - '0') * 10 + (code[1] - '0');
}

Geography::Geography(int states) {
  const auto all = municipalities();
  std::array<double, 33> weight{};
  double total_weight = 0;
  for (const auto& state : filing_states(states)) {
    weight[state.code] = state.weight;
    total_weight += state.weight;
  }
  std::array<double, 33> population{};
  for (int i = 0; i < static_cast<int>(all.size()); ++i)
    population[state_of(i)] += all[i].population;
  slot_.assign(all.size(), -1);
  for (int i = 0; i < static_cast<int>(all.size()); ++i) {
    const int state = state_of(i);
    if (weight[state] == 0 || all[i].population == 0) continue;
    slot_[i] = static_cast<int>(places_.size());
    places_.push_back(i);
    event_.push_back(weight[state] / total_weight * all[i].population / population[state]);
  }
  for (auto& rows : rows_) rows.resize(places_.size());
}

int Geography::draw_event(Random& random) const { return places_[random.pick(event_)]; }

double Geography::event_probability(int municipality) const {
  const int slot = slot_[municipality];
  return slot < 0 ? 0 : event_[slot];
}

const std::vector<double>& Geography::row(int from, bool migrant) {
  std::vector<double>& p = rows_[migrant][slot_[from]];
  if (!p.empty()) return p;
  const rates::Travel& travel = migrant ? rates::migrant_travel : rates::resident_travel;
  const Municipality& home = municipalities()[from];
  p.resize(places_.size());
  std::array<double, 2> total{};  // within the state, elsewhere
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Municipality& place = municipalities()[places_[i]];
    if (places_[i] == from) continue;
    const bool away = state_of(places_[i]) != state_of(from);
    const double km = distance_km(home.latitude, home.longitude, place.latitude, place.longitude);
    p[i] = place.population * portable_exp(-km / (away ? travel.country_km : travel.state_km));
    total[away] += p[i];
  }
  // A world of one state keeps everybody in it; a state of one municipality likewise.
  const double away_share = total[1] > 0 ? travel.elsewhere : 0;
  const double state_share = total[0] > 0 ? travel.same_state : 0;
  const double all = travel.same_municipality + state_share + away_share;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const bool away = state_of(places_[i]) != state_of(from);
    p[i] = places_[i] == from ? travel.same_municipality / all
                              : p[i] * (away ? away_share : state_share) / (total[away] * all);
  }
  return p;
}

int Geography::draw_found(Random& random, int from, bool migrant) {
  return places_[random.pick(row(from, migrant))];
}

double Geography::found_probability(int found, int from, bool migrant) {
  const int slot = slot_[found];
  return slot < 0 || slot_[from] < 0 ? 0 : row(from, migrant)[slot];
}

}  // namespace confronta::world
