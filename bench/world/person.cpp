#include "bench/world/person.h"

#include <algorithm>
#include <cmath>

#include "bench/world/curp.h"
#include "bench/world/demography.h"
#include "bench/world/trait_model.h"
#include "models/data/municipality.h"
#include "models/stats/portable_math.h"

namespace confronta::world {
namespace {

int poisson(Random& random, double mean) {
  // Knuth's product of uniforms: the means here are below 2.
  int n = 0;
  const double limit = portable_exp(-mean);
  double product = random.uniform();
  while (product > limit) {
    ++n;
    product *= random.uniform();
  }
  return n;
}

void draw_marks(Random& random, Person& person, int group) {
  for (int type = 0; type < mark_type_count; ++type) {
    const int n = poisson(random, expected_marks(type, person.sex, group));
    for (int i = 0; i < n; ++i) {
      MarkNote mark;
      mark.type = type;
      mark.region = static_cast<int>(random.pick(region_probabilities(type)));
      if (!regions()[mark.region].feminine_side.empty()) mark.side = random.chance(0.5) ? 1 : 2;
      const ContentRange range = contents_of(type);
      if (range.count > 0) {
        std::vector<double> p;
        for (int c = 0; c < range.count; ++c) p.push_back(contents()[range.first + c].probability);
        mark.content = range.first + static_cast<int>(random.pick(p));
      }
      person.marks.push_back(mark);
    }
  }
}

int pick_word(Random& random, std::span<const Word> words) {
  std::vector<double> weights;
  for (const Word& w : words) weights.push_back(w.weight);
  return static_cast<int>(random.pick(weights));
}

std::vector<GarmentNote> draw_outfit(Random& random, int sex) {
  std::vector<GarmentNote> outfit;
  for (int s = 0; s < slot_count; ++s) {
    const Slot& slot = slots()[s];
    if (!random.chance(slot.worn[sex])) continue;
    GarmentNote garment;
    garment.slot = s;
    garment.item = static_cast<int>(random.pick(slot.item_weight[sex]));
    if (slot.coloured) garment.colour = pick_word(random, colours());
    if (slot.branded && random.chance(0.4)) garment.brand = pick_word(random, brands());
    if (slot.sized) garment.size = pick_word(random, slot.sizes);
    outfit.push_back(garment);
  }
  return outfit;
}

void draw_body(Random& random, Person& person, int group) {
  const auto [mean, sd] = stature_distribution(person.sex, group);
  person.stature = std::max(50.0, random.normal(mean, sd));
  person.build = static_cast<int>(random.pick(build_probabilities(person.sex, group)));
  const double index = random.normal(body_mass_index(person.build, group), body_mass_index_sd);
  person.weight = std::max(4.0, index * person.stature * person.stature / 10000);
  person.skin = static_cast<int>(random.pick(skin_probabilities()));
  person.hair = static_cast<int>(random.pick(hair_probabilities(person.skin, person.sex, group)));
  person.eyes = static_cast<int>(random.pick(eye_probabilities(person.skin)));
  person.blood = static_cast<int>(random.pick(blood_probabilities));
  person.rhesus = static_cast<int>(random.pick(rhesus_probabilities));
  const int care = static_cast<int>(random.pick(care_probabilities));
  for (int t = 0; t < 32; ++t)
    person.chart[t] = static_cast<Tooth>(random.pick(tooth_probabilities(t, group, care)));
  for (std::size_t i = 0; i < history_words().size(); ++i)
    if (random.chance(history_words()[i].weight)) person.histories.push_back(static_cast<int>(i));
}

std::string draw_fub(Random& random) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string fub = "1";
  for (int i = 1; i < 33; ++i) {
    if (i == 9 || i == 13 || i == 17 || i == 21) fub += '-';
    fub += digits[random.below(16)];
  }
  return fub;
}

// The stage that Pima's scale gives an interval, with climate's spread, or fire or adipocere.
int draw_condition(Random& random, double days) {
  const double special = random.uniform();
  if (special < rates::burnt) return 7;
  if (special < rates::burnt + rates::saponified) return 8;
  const double felt = std::max(days, 0.5) * portable_exp(random.normal(0, rates::stage_spread));
  int stage = 0;
  while (stage < 6 && felt > rates::stage_days[stage]) ++stage;
  return stage;
}

}  // namespace

Day draw_delay(Random& random, std::span<const rates::Delay> mixture) {
  double u = random.uniform();
  std::size_t i = 0;
  for (; i + 1 < mixture.size() && u >= mixture[i].probability; ++i) u -= mixture[i].probability;
  return static_cast<Day>(std::floor(random.exponential(mixture[i].mean_days)));
}

Mouth age_mouth(Random& random, const Mouth& mouth, double years) {
  Mouth later = mouth;
  for (Tooth& tooth : later) {
    std::array<double, tooth_states> p{};
    for (int to = 0; to < tooth_states; ++to)
      p[to] = tooth_transition(static_cast<int>(tooth), to, years);
    tooth = static_cast<Tooth>(random.pick(p));
  }
  return later;
}

Day with_day_error(Random& random, Day day, std::span<const rates::DayError> errors) {
  std::vector<double> weights;
  for (const auto& e : errors) weights.push_back(e.probability);
  const auto& e = errors[random.pick(weights)];
  const Day shift = e.from + static_cast<Day>(random.below(e.to - e.from + 1));
  return random.chance(0.5) ? day + shift : day - shift;
}

Person draw_person(Random& random, const Geography& geography, double male) {
  Person person;
  person.sex = random.chance(male) ? 0 : 1;
  person.age = draw_age(random, person.sex);
  const int group = age_group(person.age);
  person.event = draw_event_day(random);
  person.birth = person.event - static_cast<Day>((person.age + random.uniform()) * days_per_year);
  person.event_place = geography.draw_event(random);
  person.migrant = random.chance(rates::migrant);
  person.residence = random.chance(0.8) ? person.event_place : geography.draw_event(random);
  const int home = state_of(person.residence);
  person.birth_state = random.chance(0.8) ? home : 1 + static_cast<int>(random.below(32));
  const NameList& given = given_list(person.sex);
  person.name.given = static_cast<int>(random.pick(given.probability)) +
                      (person.sex == 1 ? static_cast<int>(given_list(0).names.size()) : 0);
  person.name.first_surname = static_cast<int>(random.pick(surname_list().probability));
  person.name.second_surname = static_cast<int>(random.pick(surname_list().probability));
  person.curp = curp(given_text(person.name.given), surname_text(person.name.first_surname),
                     surname_text(person.name.second_surname), person.birth, person.sex,
                     states()[person.birth_state - 1].curp, static_cast<int>(random.below(10)));
  person.fub = draw_fub(random);
  draw_body(random, person, group);
  draw_marks(random, person, group);
  person.outfit = draw_outfit(random, person.sex);
  person.chart_day = person.event - static_cast<Day>(random.uniform() * 8 * days_per_year);
  return person;
}

bool draw_fate(Random& random, Geography& geography, const Person& person, Fate& fate) {
  fate.death = person.event + draw_delay(random, rates::time_alive);
  fate.found = fate.death + draw_delay(random, rates::time_lying);
  fate.condition = draw_condition(random, fate.found - fate.death);
  fate.place = geography.draw_found(random, person.event_place, person.migrant);
  fate.outfit = random.chance(rates::same_outfit) ? person.outfit : draw_outfit(random, person.sex);
  return fate.found <= rates::cut_off;
}

bool draw_unreported_fate(Random& random, const Person& person, Fate& fate) {
  fate.death = person.event;
  fate.found = fate.death + draw_delay(random, rates::time_lying_unreported);
  fate.condition = draw_condition(random, fate.found - fate.death);
  fate.place = person.event_place;
  fate.outfit = person.outfit;
  return fate.found <= rates::cut_off;
}

}  // namespace confronta::world
