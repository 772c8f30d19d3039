#include "app/report/pedigree_layout.h"

#include <algorithm>
#include <map>

namespace confronta::app {
namespace {

using Person = DnaView::Person;

std::vector<std::pair<int, int>> parents_of(const std::vector<Person>& people) {
  std::map<std::string, int> number;
  for (std::size_t p = 0; p < people.size(); ++p) number[people[p].id] = static_cast<int>(p);
  const auto find = [&](const std::string& id) { return id.empty() ? -1 : number.at(id); };
  std::vector<std::pair<int, int>> parents;
  for (const Person& person : people)
    parents.emplace_back(find(person.father), find(person.mother));
  return parents;
}

int& at(std::vector<int>& of, int person) { return of[static_cast<std::size_t>(person)]; }

/// Children below both parents, and parents of a child as low as each other. Ends: a pedigree has
/// no circles, so that no generation exceeds the number of people.
std::vector<int> generations(const std::vector<std::pair<int, int>>& parents) {
  std::vector<int> generation(parents.size(), 0);
  const auto most = static_cast<int>(parents.size());
  for (bool changed = true; changed;) {
    changed = false;
    const auto raise = [&](int person, int to) {
      if (person < 0 || at(generation, person) >= to || to > most) return;
      at(generation, person) = to;
      changed = true;
    };
    for (std::size_t child = 0; child < parents.size(); ++child) {
      const auto [father, mother] = parents[child];
      for (const int parent : {father, mother})
        if (parent >= 0) raise(static_cast<int>(child), at(generation, parent) + 1);
      if (father < 0 || mother < 0) continue;
      raise(father, at(generation, mother));
      raise(mother, at(generation, father));
    }
  }
  return generation;
}

}  // namespace

std::vector<PedigreeSpot> layout_of(const std::vector<Person>& people) {
  const auto parents = parents_of(people);
  std::vector<int> generation = generations(parents);
  const int last = people.empty() ? 0 : *std::max_element(generation.begin(), generation.end());
  std::vector<PedigreeSpot> spots(people.size());
  std::vector<int> column(people.size(), -1);
  for (int g = 0; g <= last; ++g) {
    std::vector<int> here;
    for (std::size_t p = 0; p < people.size(); ++p)
      if (generation[p] == g) here.push_back(static_cast<int>(p));
    // Below one's parents; who has none listed stands where the partner does.
    const auto wish = [&](int person) {
      const auto [father, mother] = parents[static_cast<std::size_t>(person)];
      const int one = std::max(father, mother);
      return one < 0 ? -1 : at(column, one);
    };
    std::stable_sort(here.begin(), here.end(), [&](int a, int b) { return wish(a) < wish(b); });
    int next = 0;
    const auto place = [&](int person) {
      if (at(column, person) < 0) at(column, person) = next++;
    };
    std::vector<int> order;
    for (const int person : here)
      if (wish(person) >= 0) order.push_back(person);
    for (const int person : here)
      if (wish(person) < 0) order.push_back(person);
    for (const int person : order) {
      place(person);
      for (const auto& [father, mother] : parents)
        for (const auto& [one, other] : {std::pair{father, mother}, std::pair{mother, father}})
          if (one == person && other >= 0 && at(generation, other) == g) place(other);
    }
  }
  for (std::size_t p = 0; p < people.size(); ++p) spots[p] = {column[p], generation[p]};
  return spots;
}

}  // namespace confronta::app
