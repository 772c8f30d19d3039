#include <algorithm>
#include <cmath>

#include "bench/world/clerks.h"
#include "bench/world/person.h"
#include "bench/world/rates.h"
#include "bench/world/trait_model.h"
#include "models/stats/portable_math.h"

namespace confronta::world {

// How often a column is filled, by layout. CNB's figures are measured (birth dates missing in 73 %,
// CURP in 85.5 %); the others are assumptions.
//                              birth curp   fub   stat. weight looks marks clothes blood hist.
//                              chart migr. resid.
const ReportForm repd_form{0, 0, 0, 0.80, 0, 0.85, 0.80, 0.70, 0, 0, 0, 0, 0, true};
const ReportForm cbp_form{0, 0, 0.60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.8, true};
const ReportForm cebv_form{0.55, 0.30, 0.50, 0.75, 0.60, 0.80, 0.75,
                           0.65, 0.20, 0.40, 0,    0,    0,    true};
const ReportForm cnb_form{0.27, 0.145, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false};
const ReportForm generic_am_form{0.60, 0.35, 0.60, 0.75, 0.60, 0.75, 0.70,
                                 0.60, 0.25, 0.50, 0.12, 0.50, 0,    true};

namespace {

// Quantiles of the measured lag, log-linear between them.
Day draw_lag(Random& random) {
  const double u = random.uniform();
  const auto& q = rates::report_lag;
  std::size_t i = 1;
  while (i + 1 < q.size() && u > q[i].first) ++i;
  const double share = (u - q[i - 1].first) / (q[i].first - q[i - 1].first);
  const double low = portable_log(q[i - 1].second + 1);
  const double high = portable_log(q[i].second + 1);
  return static_cast<Day>(portable_exp(low + share * (high - low)) - 1);
}

int word_of(Random& random, int truth, std::span<const double> habit, double error) {
  return random.chance(error) ? static_cast<int>(random.pick(habit)) : truth;
}

int stature_of(Random& random, const Person& person) {
  const double said =
      person.stature + rates::stature_bias[person.sex] + random.normal(0, rates::stature_report_sd);
  const double step = random.chance(rates::stature_rounded) ? 5 : 1;
  return std::max(40, static_cast<int>(std::nearbyint(said / step) * step));
}

void write_place(Random& random, const Geography& geography, const Person& person,
                 const ReportForm& form, ReportNote& note) {
  if (random.chance(rates::place_missing)) return;
  const int place =
      random.chance(rates::place_wrong) ? geography.draw_event(random) : person.event_place;
  note.state = state_of(place);
  if (form.municipality && !random.chance(rates::place_state_only)) note.place = place;
}

void write_looks(Random& random, const Person& person, ReportNote& note) {
  const double error = rates::report_word_error;
  if (random.chance(0.9)) note.build = word_of(random, person.build, build_habit(), error);
  if (random.chance(0.9)) note.skin = word_of(random, person.skin, skin_habit(), error);
  if (random.chance(0.9)) note.hair = word_of(random, person.hair, hair_habit(), error);
  if (random.chance(0.9)) note.eyes = word_of(random, person.eyes, eye_habit(), error);
}

// What a family tells of a mark: where it is and what it shows, each with its own error.
MarkNote tell_mark(Random& random, const MarkNote& mark) {
  MarkNote told = mark;
  if (random.chance(rates::mark_region_error))
    told.region = static_cast<int>(random.pick(region_probabilities(mark.type)));
  if (random.chance(rates::mark_side_error) && mark.side != none)
    told.side = random.chance(0.5) ? 1 : 2;
  const ContentRange range = contents_of(mark.type);
  if (range.count > 0 && random.chance(rates::mark_content_error))
    told.content = range.first + static_cast<int>(random.below(range.count));
  if (range.count > 0 && random.chance(rates::mark_content_unsaid)) told.content = none;
  if (random.chance(rates::mark_region_unsaid)) told.region = none;
  const bool sided = told.region != none && !regions()[told.region].feminine_side.empty();
  if (!sided || told.side == none || random.chance(rates::mark_side_unsaid)) told.side = none;
  return told;
}

void write_clothes(Random& random, const Person& person, ReportNote& note) {
  for (const GarmentNote& worn : person.outfit) {
    if (!random.chance(rates::garment_reported)) continue;
    GarmentNote told = worn;
    const Slot& slot = slots()[worn.slot];
    if (random.chance(rates::item_error))
      told.item = static_cast<int>(random.below(slot.items.size()));
    if (told.colour != none && random.chance(rates::colour_error))
      told.colour = static_cast<int>(random.below(colours().size()));
    if (told.colour != none && random.chance(0.15)) told.colour = none;
    if (told.brand != none && !random.chance(0.5)) told.brand = none;
    if (told.brand != none && random.chance(rates::brand_error))
      told.brand = static_cast<int>(random.below(brands().size()));
    if (told.size != none && !random.chance(0.15)) told.size = none;
    if (told.size != none && random.chance(rates::size_error))
      told.size = static_cast<int>(random.below(slot.sizes.size()));
    note.clothes.push_back(told);
  }
}

void write_histories(Random& random, const Person& person, ReportNote& note) {
  for (int i = 0; i < static_cast<int>(history_words().size()); ++i) {
    const bool has = std::count(person.histories.begin(), person.histories.end(), i) > 0;
    if (random.chance(has ? rates::history_reported : rates::history_invented))
      note.histories.push_back(i);
  }
}

void write_identity(Random& random, const Person& person, std::int32_t number,
                    const ReportForm& form, bool again, ReportNote& note) {
  note.person = number;
  note.name = type_name(random, person.name);
  if (!random.chance(rates::sex_unknown))
    note.sex = random.chance(rates::sex_wrong) ? 1 - person.sex : person.sex;
  if (random.chance(form.birth)) {
    note.birth = person.birth;
    if (random.chance(rates::birth_wrong)) {
      const Day years = 1 + static_cast<Day>(random.below(5));
      const Day shift = static_cast<Day>(years * days_per_year);
      note.birth += random.chance(0.5) ? shift : -shift;
    }
  }
  if (!random.chance(rates::age_missing)) {
    std::vector<double> weights;
    for (const auto& e : rates::age_error) weights.push_back(e.second);
    note.age = std::max(0, person.age + rates::age_error[random.pick(weights)].first);
  }
  if (random.chance(form.curp)) {
    note.curp = person.curp;
    note.curp_of = number;
    if (random.chance(rates::curp_typo)) {
      note.curp = mistype(random, note.curp);
      note.curp_of = none;
    }
  }
  if (random.chance(form.fub)) {
    note.fub = person.fub;
    if (again && !random.chance(rates::same_folio)) {
      note.fub.clear();
      while (note.fub.size() < person.fub.size()) {  // a folio of its own: other digits
        const char c = person.fub[note.fub.size()];
        note.fub += c == '-' ? c : "0123456789ABCDEF"[random.below(16)];
      }
      note.fub[0] = '1';
    }
  }
}

}  // namespace

ReportNote write_report(Random& random, const Geography& geography, const Person& person,
                        std::int32_t number, const ReportForm& form, bool again) {
  ReportNote note;
  write_identity(random, person, number, form, again, note);
  const Day lag = draw_lag(random);
  note.reported = std::min(rates::cut_off, person.event + lag);
  if (!random.chance(rates::event_date_missing))
    note.event = with_day_error(random, person.event, rates::event_date_error);
  write_place(random, geography, person, form, note);
  if (random.chance(form.residence)) note.residence = person.residence;
  if (random.chance(form.migrant))
    note.migrant =
        random.chance(person.migrant ? rates::migrant_said : rates::migrant_said_wrongly);
  if (random.chance(form.stature)) note.stature = stature_of(random, person);
  if (random.chance(form.weight)) {
    const double said = person.weight + random.normal(0, rates::weight_report_sd);
    note.weight = std::max(5, static_cast<int>(std::nearbyint(said / 5) * 5));
  }
  if (random.chance(form.looks)) write_looks(random, person, note);
  if (random.chance(form.blood)) {
    note.blood = word_of(random, person.blood, blood_probabilities, rates::blood_report_error);
    note.rhesus = word_of(random, person.rhesus, rhesus_probabilities, rates::blood_report_error);
  }
  note.marks_told = random.chance(form.marks);
  if (note.marks_told)
    for (const MarkNote& mark : person.marks)
      if (random.chance(rates::mark_reported[mark.type]))
        note.marks.push_back(tell_mark(random, mark));
  note.clothes_told = random.chance(form.clothes);
  if (note.clothes_told) write_clothes(random, person, note);
  note.histories_told = random.chance(form.histories);
  if (note.histories_told) write_histories(random, person, note);
  if (random.chance(form.chart)) {
    note.chart_day = person.chart_day;
    for (int t = 0; t < 32; ++t)
      note.chart[t] = random.chance(rates::tooth_error)
                          ? static_cast<Tooth>(random.below(tooth_states))
                          : person.chart[t];
  }
  note.spoilt = random.chance(rates::spoilt_row);
  return note;
}

}  // namespace confronta::world
