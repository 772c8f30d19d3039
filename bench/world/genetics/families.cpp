#include "bench/world/genetics/families.h"

#include <array>

#include "bench/world/rates.h"

namespace confronta::world {
namespace {

class Builder {
 public:
  Builder(Random& random, const Inheritance& inheritance, std::string_view shape)
      : random_(random), inheritance_(inheritance) {
    family_.shape = shape;
    family_.people.emplace_back();  // the missing person, whose genome comes last
    family_.people[0].role = "PERSONA";
  }

  int founder(std::string_view role, int sex, bool sampled) {
    family_.people.push_back({role, -1, -1, sampled, inheritance_.founder(random_, sex)});
    return last();
  }
  int child(std::string_view role, int father, int mother, int sex, bool sampled) {
    family_.people.push_back({role, father, mother, sampled, genome(father, mother, sex)});
    return last();
  }
  /// The missing person's own place; before its children.
  void missing(int father, int mother, int sex) {
    family_.people[0].father = father;
    family_.people[0].mother = mother;
    family_.people[0].genome = genome(father, mother, sex);
  }
  int any_sex() { return static_cast<int>(random_.below(2)); }
  WorldFamily take() { return std::move(family_); }

 private:
  int last() const { return static_cast<int>(family_.people.size()) - 1; }
  Genome genome(int father, int mother, int sex) {
    const auto& people = family_.people;
    return inheritance_.child(random_, people[static_cast<std::size_t>(father)].genome,
                              people[static_cast<std::size_t>(mother)].genome, sex);
  }

  Random& random_;
  const Inheritance& inheritance_;
  WorldFamily family_;
};

WorldFamily parents(Builder& b, int sex, bool father, bool mother) {
  const int f = b.founder("PADRE", 0, father);
  const int m = b.founder("MADRE", 1, mother);
  b.missing(f, m, sex);
  return b.take();
}

WorldFamily siblings(Builder& b, int sex, bool mother) {
  const int f = b.founder("PADRE", 0, false);
  const int m = b.founder("MADRE", 1, mother);
  b.missing(f, m, sex);
  b.child("HERMANO 1", f, m, b.any_sex(), true);
  if (!mother) b.child("HERMANO 2", f, m, b.any_sex(), true);
  return b.take();
}

WorldFamily child_and_partner(Builder& b, int sex) {
  const int f = b.founder("PADRE", 0, false);
  const int m = b.founder("MADRE", 1, false);
  b.missing(f, m, sex);
  const int partner = b.founder("PAREJA", 1 - sex, true);
  b.child("HIJO 1", sex == 0 ? 0 : partner, sex == 0 ? partner : 0, b.any_sex(), true);
  return b.take();
}

WorldFamily grandparents(Builder& b, int sex) {
  const int gf = b.founder("ABUELO", 0, true);
  const int gm = b.founder("ABUELA", 1, true);
  const int f = b.child("PADRE", gf, gm, 0, false);
  const int m = b.founder("MADRE", 1, false);
  b.missing(f, m, sex);
  b.child("TIO", gf, gm, 0, true);
  return b.take();
}

WorldFamily half_sibling(Builder& b, int sex) {
  const int f = b.founder("PADRE", 0, false);
  const int m = b.founder("MADRE", 1, false);
  b.missing(f, m, sex);
  const int other = b.founder("PADRE 2", 0, false);
  b.child("MEDIO HERMANO", other, m, b.any_sex(), true);
  return b.take();
}

WorldFamily shaped(Random& random, const Inheritance& inheritance, int sex) {
  std::array<double, rates::family_shapes.size()> shares{};
  for (std::size_t k = 0; k < shares.size(); ++k) shares[k] = rates::family_shapes[k].second;
  const std::string_view shape = rates::family_shapes[random.pick(shares)].first;
  Builder b{random, inheritance, shape};
  if (shape == "parents") return parents(b, sex, true, true);
  if (shape == "mother") return parents(b, sex, false, true);
  if (shape == "father") return parents(b, sex, true, false);
  if (shape == "mother_sibling") return siblings(b, sex, true);
  if (shape == "siblings") return siblings(b, sex, false);
  if (shape == "child") return child_and_partner(b, sex);
  if (shape == "grandparents") return grandparents(b, sex);
  return half_sibling(b, sex);
}

}  // namespace

WorldFamily draw_family(Random& random, const Inheritance& inheritance, int sex) {
  WorldFamily family = shaped(random, inheritance, sex);
  family.people[0].sampled = random.chance(rates::personal_item);
  const bool false_father = random.chance(rates::false_father);
  for (FamilyMember& member : family.people)
    if (member.role == "PADRE" && member.sampled && false_father)
      member.genome = inheritance.founder(random, 0);
  return family;
}

}  // namespace confronta::world
