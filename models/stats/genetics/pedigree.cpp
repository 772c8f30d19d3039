#include "models/stats/genetics/pedigree.h"

#include <algorithm>
#include <array>
#include <map>

namespace confronta::genetics {
namespace {

// Parents before children, else by number; shorter than the pedigree if somebody is an own
// ancestor.
std::vector<int> by_generation(const std::vector<Person>& persons) {
  std::vector<int> order;
  std::vector<bool> placed(persons.size(), false);
  const auto ready = [&](int parent) {
    return parent == no_parent || placed[static_cast<std::size_t>(parent)];
  };
  for (bool more = true; more;) {
    more = false;
    for (std::size_t k = 0; k < persons.size(); ++k) {
      if (placed[k] || !ready(persons[k].father) || !ready(persons[k].mother)) continue;
      placed[k] = more = true;
      order.push_back(static_cast<int>(k));
    }
  }
  return order;
}

}  // namespace

Result<Pedigree> Pedigree::make(std::span<const PedigreeRow> rows) {
  Pedigree pedigree;
  std::map<std::string_view, int> number;
  for (const PedigreeRow& row : rows) {
    if (!number.emplace(row.id, pedigree.size()).second)
      return Error{"genetics.person_twice", {row.id}, {}};
    pedigree.persons_.push_back({row.id, row.sex, no_parent, no_parent});
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    Person& child = pedigree.persons_[k];
    struct Role {
      const std::string& id;
      int& parent;
      Sex sex;
    };
    for (const Role& role : {Role{rows[k].father, child.father, Sex::male},
                             Role{rows[k].mother, child.mother, Sex::female}}) {
      if (role.id.empty()) continue;
      const auto found = number.find(role.id);
      if (found == number.end()) return Error{"genetics.unknown_parent", {role.id, child.id}, {}};
      role.parent = found->second;
      Sex& sex = pedigree.persons_[static_cast<std::size_t>(found->second)].sex;
      if (sex == Sex::unknown) sex = role.sex;
      if (sex != role.sex) return Error{"genetics.parent_sex", {role.id, child.id}, {}};
    }
  }
  pedigree.parents_first_ = by_generation(pedigree.persons_);
  if (pedigree.parents_first_.size() == pedigree.persons_.size()) return pedigree;
  std::size_t loop =
      0;  // the first person who could not be placed: in a circle, or descends from it
  while (std::find(pedigree.parents_first_.begin(), pedigree.parents_first_.end(),
                   static_cast<int>(loop)) != pedigree.parents_first_.end())
    ++loop;
  return Error{"genetics.own_ancestor", {pedigree.persons_[loop].id}, {}};
}

std::optional<int> Pedigree::find(std::string_view id) const {
  for (int k = 0; k < size(); ++k)
    if ((*this)[k].id == id) return k;
  return std::nullopt;
}

Pedigree Pedigree::with_both_parents() const {
  Pedigree complete = *this;
  for (int k = 0; k < size(); ++k) {
    if ((*this)[k].is_founder()) continue;
    const auto add = [&](Sex sex) {
      complete.persons_.push_back({"", sex, no_parent, no_parent});
      return complete.size() - 1;
    };
    if ((*this)[k].father == no_parent) {
      const int father = add(Sex::male);
      complete.persons_[static_cast<std::size_t>(k)].father = father;
    }
    if ((*this)[k].mother == no_parent) {
      const int mother = add(Sex::female);
      complete.persons_[static_cast<std::size_t>(k)].mother = mother;
    }
  }
  complete.parents_first_ = by_generation(complete.persons_);
  return complete;
}

Pedigree Pedigree::with_unrelated(Sex sex) const {
  Pedigree more = *this;
  more.parents_first_.push_back(size());
  more.persons_.push_back({"", sex, no_parent, no_parent});
  return more;
}

Pedigree Pedigree::pruned(const std::vector<bool>& keep) const {
  Pedigree rest = *this;
  for (bool more = true; more;) {
    more = false;
    for (int k = 0; k < size(); ++k) {
      Person& person = rest.persons_[static_cast<std::size_t>(k)];
      if (keep[static_cast<std::size_t>(k)]) continue;
      int children = 0;
      for (const Person& other : rest.persons_) children += other.father == k || other.mother == k;
      if (children == 0 && !person.is_founder()) {
        person.father = person.mother = no_parent;
        more = true;
      }
      if (children != 1 || !person.is_founder()) continue;
      for (Person& other : rest.persons_) {
        if (other.father == k) other.father = no_parent;
        if (other.mother == k) other.mother = no_parent;
      }
      more = true;
    }
  }
  rest.parents_first_ = by_generation(rest.persons_);
  return rest;
}

}  // namespace confronta::genetics
