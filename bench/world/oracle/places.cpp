#include "bench/world/oracle/places.h"

#include <map>
#include <tuple>

#include "bench/world/rates.h"

namespace confronta::world {
namespace {

// P(migrant | what the report says of it).
double migrant_probability(int said) {
  if (said == none) return rates::migrant;
  const double if_migrant = said == 1 ? rates::migrant_said : 1 - rates::migrant_said;
  const double if_not = said == 1 ? rates::migrant_said_wrongly : 1 - rates::migrant_said_wrongly;
  const double joint = rates::migrant * if_migrant;
  return joint / (joint + (1 - rates::migrant) * if_not);
}

// The municipalities that a written place can be: one, a state's, or nothing.
std::vector<int> meant(const Geography& geography, int place, int state) {
  if (place != none) return {place};
  std::vector<int> result;
  for (const int p : geography.places())
    if (state_of(p) == state) result.push_back(p);
  return result;
}

}  // namespace

PlaceOracle::PlaceOracle(const OracleRecords& records) {
  Geography geography(records.options.states);
  const auto& places = geography.places();

  // Classes of remains: sets of municipalities.
  std::map<std::pair<int, int>, int> columns;
  std::vector<std::vector<int>> found;
  for (const auto& note : records.remains) {
    if (note.place == none && note.state == none) {
      remains_class_.push_back(none);
      continue;
    }
    const std::pair key{note.place, note.place == none ? note.state : none};
    const auto [at, fresh] = columns.emplace(key, static_cast<int>(found.size()));
    if (fresh) found.push_back(meant(geography, key.first, key.second));
    remains_class_.push_back(at->second);
  }

  // P(found in a class | last seen in a municipality), residents and migrants; and on average.
  const auto row = [&](int from, bool migrant) {
    std::vector<double> p;
    for (const auto& set : found) {
      double sum = 0;
      for (const int place : set) sum += geography.found_probability(place, from, migrant);
      p.push_back(sum);
    }
    return p;
  };
  std::map<int, std::vector<double>> rows[2];
  std::vector<double> average[2] = {std::vector<double>(found.size()),
                                    std::vector<double>(found.size())};
  for (int migrant = 0; migrant < 2; ++migrant)
    for (const int from : places) {
      const auto& p = rows[migrant][from] = row(from, migrant == 1);
      const double weight = geography.event_probability(from);
      for (std::size_t k = 0; k < p.size(); ++k) average[migrant][k] += weight * p[k];
    }

  std::map<std::tuple<int, int, int>, int> classes;
  for (const auto& note : records.reports) {
    const int state = note.place == none ? note.state : none;
    const auto [at, fresh] = classes.emplace(std::tuple{note.place, state, note.migrant},
                                             static_cast<int>(table_.size()));
    report_class_.push_back(at->second);
    if (!fresh) continue;
    const auto from = meant(geography, note.place, state);
    double total = 0;
    for (const int place : from) total += geography.event_probability(place);
    const double moves = migrant_probability(note.migrant);
    std::vector<double> p(found.size());
    for (int migrant = 0; migrant < 2; ++migrant) {
      const double share = migrant == 1 ? moves : 1 - moves;
      const double right = total > 0 ? 1 - rates::place_wrong : 0;
      for (std::size_t k = 0; k < p.size(); ++k) p[k] += share * (1 - right) * average[migrant][k];
      for (const int place : from) {
        const double weight = share * right * geography.event_probability(place) / total;
        const auto& travelled = rows[migrant][place];
        for (std::size_t k = 0; k < p.size(); ++k) p[k] += weight * travelled[k];
      }
    }
    table_.push_back(std::move(p));
  }

  for (const int column : remains_class_) {
    double missing = 1, unreported = 1;
    if (column != none) {
      missing = (1 - rates::migrant) * average[0][column] + rates::migrant * average[1][column];
      unreported = 0;
      for (const int place : found[column]) unreported += geography.event_probability(place);
    }
    missing_.push_back(missing);
    unreported_.push_back(unreported);
  }
}

}  // namespace confronta::world
