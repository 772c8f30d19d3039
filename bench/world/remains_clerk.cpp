#include <algorithm>
#include <cmath>

#include "bench/world/clerks.h"
#include "bench/world/demography.h"
#include "bench/world/person.h"
#include "bench/world/rates.h"
#include "bench/world/trait_model.h"
#include "models/stats/portable_math.h"

namespace confronta::world {

// How often a column is filled where the body allows it. PFSI publishes few columns, no condition,
// no place but its delegation, and ages in bands of five years. Assumptions.
const RemainsForm pfsi_form{0, 0, 0, 0, 0, 0, 0, 0, 0.95, 0.9, false, false, false, true};
const RemainsForm generic_pm_form{
    0.95, rates::interval_written, 0.6, 0.5, 0.8, 0.25, 0.6, 0.35, 0.9, 0.8, true, true, true,
    false};

namespace {

int word_of(Random& random, int truth, std::span<const double> habit, double error) {
  return random.chance(error) ? static_cast<int>(random.pick(habit)) : truth;
}

// 0 soft tissue, 1 pelvis, 2 skull, 3 long bones (vocabulary of the layouts)
int draw_sex_method(Random& random, int condition, int portion) {
  if (!is_bone(condition) && condition != 7) return 0;
  if (portion == lower_half) return random.chance(0.7) ? 1 : 3;
  if (portion == upper_half) return random.chance(0.7) ? 2 : 3;
  return 1 + static_cast<int>(random.pick(std::array<double, 3>{0.55, 0.30, 0.15}));
}

double sex_error(int method) {
  constexpr std::array<double, 4> errors{rates::sex_error_soft_tissue, rates::sex_error_pelvis,
                                         rates::sex_error_skull, rates::sex_error_long_bones};
  return errors[method];
}

void examine_profile(Random& random, const Person& person, const Fate& fate,
                     const RemainsForm& form, RemainsNote& note) {
  const bool bone = is_bone(fate.condition) || fate.condition == 7;
  const int method = draw_sex_method(random, fate.condition, note.portion);
  if (random.chance(bone ? 0.8 : 0.97)) {
    note.sex = random.chance(sex_error(method)) ? 1 - person.sex : person.sex;
    if (form.methods) note.sex_method = method;
  }
  if (random.chance(bone ? 0.75 : 0.9)) {
    const double at_death = (fate.death - person.birth) / days_per_year;
    const double sd = bone ? rates::age_sd_skeletal : rates::age_sd_soft_tissue;
    const int width = bone && !form.narrow_ages ? 10 : 5;
    const double opinion = random.normal(at_death, sd);
    const int band =
        std::clamp(static_cast<int>(std::floor((opinion - 1) / width)), 0, oldest / width);
    note.age_low = width * band + 1;
    note.age_high = width * (band + 1);
    if (form.methods) note.age_method = bone ? 1 : 0;
  }
  if (note.portion != upper_half && random.chance(bone ? 0.8 * form.stature : form.stature)) {
    const bool bones = bone || note.portion == lower_half;
    const double sd = bones ? rates::stature_bones_sd : rates::stature_measured_sd;
    const double opinion = std::max(45.0, random.normal(person.stature, sd));
    note.stature = static_cast<int>(std::nearbyint(opinion));
    note.stature_method = bones ? 1 : 0;
    // del Angel and Cisneros (2004), turned round: the femur from which the stature was computed.
    const double intercept = person.sex == 0 ? 63.89 : 47.25,
                 slope = person.sex == 0 ? 2.262 : 2.588;
    if (bones && person.age >= 18 && random.chance(0.6))
      note.femur_mm = static_cast<int>(std::nearbyint((opinion - intercept) / slope * 10));
  }
}

void examine_looks(Random& random, const Person& person, int condition, const RemainsForm& form,
                   RemainsNote& note) {
  const double error = word_error(condition);
  if (soft_tissue_left(condition) && note.portion == whole) {
    if (random.chance(form.looks)) note.build = word_of(random, person.build, build_habit(), error);
    if (random.chance(form.weight)) {
      const double lost = condition == 0 ? 0 : rates::weight_lost;
      const double said = person.weight - lost + random.normal(0, rates::weight_remains_sd);
      note.weight = std::max(5, static_cast<int>(std::nearbyint(said)));
    }
  }
  if (condition <= 1 && random.chance(form.looks))
    note.skin = word_of(random, person.skin, skin_habit(), error);
  if (note.portion == lower_half) return;
  if (soft_tissue_left(condition) && random.chance(form.looks))
    note.hair = word_of(random, person.hair, hair_habit(), error);
  if (condition == 0 && random.chance(form.looks))
    note.eyes = word_of(random, person.eyes, eye_habit(), error);
}

MarkNote see_mark(Random& random, const MarkNote& mark, int sex) {
  MarkNote seen = mark;
  if (random.chance(rates::mark_region_error))
    seen.region = static_cast<int>(random.pick(region_probabilities(mark.type)));
  if (mark.side != none && random.chance(rates::mark_side_error))
    seen.side = random.chance(0.5) ? 1 : 2;
  const ContentRange range = contents_of(mark.type);
  if (range.count > 0 && random.chance(rates::mark_content_error))
    seen.content = range.first + static_cast<int>(random.below(range.count));
  const double unsaid =
      mark.type == tattoo ? rates::tattoo_illegible[sex] : rates::mark_content_unsaid;
  if (range.count > 0 && random.chance(unsaid)) seen.content = none;
  const bool sided = !regions()[seen.region].feminine_side.empty();
  if (!sided || random.chance(rates::mark_side_unsaid)) seen.side = none;
  return seen;
}

void examine_marks(Random& random, const Person& person, int condition, RemainsNote& note) {
  note.marks_told = true;
  for (const MarkNote& mark : person.marks) {
    if (note.portion != whole && regions()[mark.region].half != note.portion) continue;
    if (random.chance(rates::mark_examined[mark.type] * rates::skin_left[condition]))
      note.marks.push_back(see_mark(random, mark, person.sex));
  }
  if (!random.chance(rates::mark_clutter * rates::skin_left[condition])) return;
  MarkNote stain;
  stain.type = scar;
  stain.region = static_cast<int>(random.pick(region_probabilities(scar)));
  note.marks.push_back(stain);
}

void examine_clothes(Random& random, const Fate& fate, RemainsNote& note) {
  note.clothes_told = true;
  for (const GarmentNote& worn : fate.outfit) {
    // Shirts and jackets stay with the upper half, trousers, shoes and belt with the lower.
    const bool lower = worn.slot == 1 || worn.slot == 2 || worn.slot == 5;
    if (note.portion == (lower ? upper_half : lower_half)) continue;
    if (!random.chance(rates::cloth_left[fate.condition])) continue;
    GarmentNote seen = worn;
    const Slot& slot = slots()[worn.slot];
    if (random.chance(rates::item_error))
      seen.item = static_cast<int>(random.below(slot.items.size()));
    if (seen.colour != none && random.chance(rates::colour_error))
      seen.colour = static_cast<int>(random.below(colours().size()));
    if (seen.brand != none && !random.chance(0.8)) seen.brand = none;
    if (seen.size != none && !random.chance(0.5)) seen.size = none;
    note.clothes.push_back(seen);
  }
}

void name_body(Random& random, const Person& person, std::int32_t number, int condition,
               RemainsNote& note) {
  const bool fresh = condition <= 1;
  if (fresh && random.chance(rates::body_named_document)) {
    note.basis = by_document;
  } else if (random.chance(fresh ? rates::body_named_otherwise : rates::body_named_decomposed)) {
    const std::array<double, 3> kinds{0.5, 0.3, 0.2};
    note.basis = by_recognition + static_cast<int>(random.pick(kinds));
  }
  if (note.basis != no_basis) {
    const bool document = note.basis == by_document;
    const bool right = random.chance(document ? rates::document_is_own : rates::name_is_right);
    note.names.push_back(type_name(random, right ? person.name : draw_name(random)));
    if (!document && random.chance(rates::two_names)) {
      note.names.push_back(type_name(random, draw_name(random)));
      if (random.chance(0.5)) std::swap(note.names[0], note.names[1]);
    }
    if (document && right && random.chance(rates::curp_with_document)) {
      note.curp = person.curp;
      note.curp_of = number;
    }
  }
  if (fresh && person.age >= 18 && random.chance(rates::fingerprint_hit)) {
    note.print_result = random.chance(0.7) ? 0 : 1;
    if (note.print_result == 0 && random.chance(rates::fingerprint_right)) {
      note.print_of = number;
      note.print_folio = person.curp;
    } else if (note.print_result == 0) {
      note.print_folio = person.curp;
      std::swap(note.print_folio[0], note.print_folio[2]);  // somebody else's
      note.print_folio[17] =
          note.print_folio[17] == '9' ? '0' : static_cast<char>(note.print_folio[17] + 1);
    }
  }
}

}  // namespace

RemainsNote write_remains(Random& random, const Person& person, std::int32_t number,
                          const Fate& fate, int portion, const RemainsForm& form, bool names) {
  RemainsNote note;
  note.people = {number};
  note.portion = portion;
  note.kind = portion != whole ? segment : is_bone(fate.condition) ? skeleton : complete;
  const int condition = fate.condition;
  note.true_condition = condition;
  examine_profile(random, person, fate, form, note);
  examine_looks(random, person, condition, form, note);
  if (random.chance(form.condition)) note.condition = condition;
  if (random.chance(form.interval)) {
    const double felt = std::max<double>(fate.found - fate.death, 0.5) *
                        portable_exp(random.normal(0, rates::interval_spread));
    note.interval = 0;
    while (felt > interval_limits()[note.interval]) ++note.interval;
  }
  if (form.condition > 0 && condition == 0 && random.chance(rates::death_date_written))
    note.death = fate.death;
  if (form.found_date && !random.chance(rates::found_date_missing))
    note.found =
        std::min(rates::cut_off, with_day_error(random, fate.found, rates::found_date_error));
  note.intake = std::min(rates::cut_off, fate.found + static_cast<Day>(random.exponential(1.5)));
  note.true_state = state_of(fate.place);
  if (form.municipality) note.state = note.true_state;
  if (form.municipality && !random.chance(rates::place_missing)) note.place = fate.place;
  if (condition <= 1 && random.chance(form.blood)) {
    note.blood = word_of(random, person.blood, blood_probabilities, rates::blood_remains_error);
    note.rhesus = word_of(random, person.rhesus, rhesus_probabilities, rates::blood_remains_error);
  }
  if (rates::skin_left[condition] > 0 && random.chance(form.marks))
    examine_marks(random, person, condition, note);
  if (random.chance(form.clothes)) examine_clothes(random, fate, note);
  note.histories_told = portion == whole && random.chance(form.histories);
  if (note.histories_told) {
    const double seen =
        is_bone(condition) ? rates::history_seen_on_bone : rates::history_seen_on_body;
    for (int h : person.histories)
      if (random.chance(seen)) note.histories.push_back(h);
  }
  if (portion != lower_half && random.chance(form.chart)) {
    note.charted = true;
    for (int t = 0; t < 32; ++t) {
      note.chart[t] = random.chance(rates::tooth_error)
                          ? static_cast<Tooth>(random.below(tooth_states))
                          : person.mouth[t];
      if (is_bone(condition) && tooth_class(t) == 0 && random.chance(rates::tooth_lost_after_death))
        note.chart[t] = Tooth::no_information;
    }
  }
  if (names) name_body(random, person, number, condition, note);
  if (!form.methods) {  // a layout without a column for what a name rests on, or for folios
    note.basis = no_basis;
    note.curp.clear();
    note.curp_of = note.print_of = note.print_result = none;
  }
  note.status = !note.names.empty() && random.chance(0.25) ? 1 : random.chance(0.12) ? 3 : 0;
  note.spoilt = random.chance(rates::spoilt_row);
  return note;
}

}  // namespace confronta::world
