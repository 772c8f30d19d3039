#include "bench/world/population.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "bench/world/clerks.h"
#include "bench/world/demography.h"
#include "bench/world/person.h"
#include "bench/world/rates.h"

namespace confronta::world {
namespace {

// Whose list a state's reports and remains stand in; the first three have systems of their own.
struct Registers {
  std::string reports;
  const ReportForm* report_form;
  std::string remains;
  const RemainsForm* remains_form;
};

Registers registers_of(const FilingState& state) {
  const std::string slug(state.slug);
  if (slug == "jalisco") return {"jalisco-repd", &repd_form, "jalisco-pfsi", &pfsi_form};
  if (slug == "cdmx") return {"cdmx-cbp", &cbp_form, "cdmx-pm", &generic_pm_form};
  if (slug == "veracruz") return {"veracruz-cebv", &cebv_form, "veracruz-pm", &generic_pm_form};
  return {slug + "-am", &generic_am_form, slug + "-pm", &generic_pm_form};
}

class Builder {
 public:
  explicit Builder(const WorldOptions& options)
      : options_(options), random_(options.seed), geography_(options.states) {
    for (const auto& state : filing_states(options.states))
      registers_[state.code] = registers_of(state);
  }

  Population build() {
    const auto matched = static_cast<std::size_t>(rates::remains_with_report * options_.remains);
    while (world_.remains.size() < matched && room_for_reports() && room_for_remains())
      matched_person();
    while (room_for_remains()) unreported_person();
    while (room_for_reports()) living_or_unfound_person();
    shuffle(world_.reports);
    shuffle(world_.remains);
    number_records();
    return std::move(world_);
  }

 private:
  bool room_for_reports() const { return world_.reports.size() < options_.reports; }
  bool room_for_remains() const { return world_.remains.size() < options_.remains; }

  std::int32_t add_person(const Person& person) {
    world_.people.push_back({person.sex, person.migrant});
    return static_cast<std::int32_t>(world_.people.size()) - 1;
  }

  int other_state(int state) {
    const auto all = filing_states(options_.states);
    if (all.size() < 2) return state;
    for (;;) {
      const int other = all[random_.below(all.size())].code;
      if (other != state) return other;
    }
  }

  void matched_person() {
    Person person;
    Fate fate;
    do {
      person = draw_person(random_, geography_, rates::male_dead);
    } while (!draw_fate(random_, geography_, person, fate));
    const auto number = add_person(person);
    report(person, number, true);
    bury(person, number, fate);
  }

  void unreported_person() {
    Person person;
    Fate fate;
    const bool at_once = random_.chance(rates::unreported_found_at_once);
    do {
      person = draw_person(random_, geography_, rates::male_dead);
    } while (!(at_once ? draw_unreported_fate(random_, person, fate)
                       : draw_fate(random_, geography_, person, fate)));
    bury(person, add_person(person), fate);
  }

  void living_or_unfound_person() {
    const Person person = draw_person(random_, geography_, rates::male_reported);
    report(person, add_person(person), false);
  }

  void report(const Person& person, std::int32_t number, bool found_dead) {
    const int home = state_of(person.event_place);
    const bool cnb = random_.chance(rates::only_in_cnb);
    int status = random_.chance(0.3) ? 1 : 0;
    if (found_dead ? random_.chance(rates::wrong_located_alive)
                   : random_.chance(rates::located_alive))
      status = 2;
    else if (found_dead && random_.chance(rates::located_dead))
      status = 3;
    add_report(person, number, cnb ? 0 : home, status, false);
    if (!room_for_reports() || !random_.chance(rates::second_report)) return;
    const double where = random_.uniform();
    int register_state = home;
    if (where < rates::second_report_in_cnb)
      register_state = cnb ? home : 0;
    else if (where < rates::second_report_in_cnb + rates::second_report_elsewhere)
      register_state = other_state(home);
    if (random_.chance(rates::status_contradicts))
      status = status == 2 ? 0 : random_.chance(0.7) ? 2 : 1;
    add_report(person, number, register_state, status, true);
  }

  // State 0 is the national list.
  void add_report(const Person& person, std::int32_t number, int state, int status, bool again) {
    const ReportForm& form = state == 0 ? cnb_form : *registers_[state].report_form;
    ReportNote note = write_report(random_, geography_, person, number, form, again);
    note.source = state == 0 ? "cnb" : registers_[state].reports;
    note.status = status;
    world_.reports.push_back(std::move(note));
  }

  void bury(Person& person, std::int32_t number, Fate& fate) {
    const double lying_years = (fate.death - person.chart_day) / days_per_year;
    person.mouth = age_mouth(random_, person.chart, lying_years);
    if (random_.chance(rates::in_a_lot)) return bury_in_lot(person, number, fate);
    const std::int32_t body = bodies_++;
    if (random_.chance(rates::dismembered)) {
      add_remains(person, number, fate, body, upper_half, state_of(fate.place));
      fate.found = std::min(rates::cut_off, fate.found + static_cast<Day>(random_.exponential(10)));
      if (room_for_remains())
        add_remains(person, number, fate, body, lower_half, state_of(fate.place));
      return;
    }
    add_remains(person, number, fate, body, whole, state_of(fate.place));
    if (!room_for_remains() || !random_.chance(rates::registered_twice)) return;
    const int state = state_of(fate.place);
    add_remains(person, number, fate, body, whole,
                random_.chance(rates::registered_elsewhere) ? other_state(state) : state);
  }

  // Commingled bones: a record of a lot says how many people at least, where and when; a second
  // person joins the lot before it if they could have been in it.
  void bury_in_lot(const Person& person, std::int32_t number, Fate fate) {
    if (last_lot_ != none) {
      RemainsNote& lot_note = world_.remains[last_lot_];
      if (lot_note.people.size() < 3 && lot_note.intake >= fate.death + 90) {
        lot_note.people.push_back(number);
        lot_note.individuals = std::max<int>(lot_note.individuals, lot_note.people.size());
        return;
      }
    }
    fate.condition = 5;
    last_lot_ = static_cast<int>(world_.remains.size());
    add_remains(person, number, fate, bodies_++, whole, state_of(fate.place));
    RemainsNote bare;
    RemainsNote& note = world_.remains.back();
    bare.source = note.source;
    bare.people = note.people;
    bare.body = note.body;
    bare.kind = lot;
    bare.individuals = 2 + static_cast<int>(random_.below(2));
    bare.condition = note.condition;
    bare.true_condition = note.true_condition;
    bare.true_state = note.true_state;
    bare.interval = note.interval;
    bare.found = note.found;
    bare.intake = note.intake;
    bare.place = note.place;
    bare.state = note.state;
    note = std::move(bare);
  }

  void add_remains(const Person& person, std::int32_t number, const Fate& fate, std::int32_t body,
                   int portion, int state) {
    const Registers& registers = registers_[state];
    RemainsNote note = write_remains(random_, person, number, fate, portion,
                                     *registers.remains_form, options_.names_on_bodies);
    note.source = registers.remains;
    note.body = body;
    world_.remains.push_back(std::move(note));
  }

  template <class Note>
  void shuffle(std::vector<Note>& notes) {
    for (std::size_t i = notes.size(); i > 1; --i) std::swap(notes[i - 1], notes[random_.below(i)]);
  }

  void number_records() {
    std::map<std::string, int> count;
    std::map<std::string, int> fubs;
    for (ReportNote& note : world_.reports) {
      const int n = ++count[note.source];
      if (note.source != "cnb") {
        note.id = id_of(note.source, n, note.reported);
        continue;
      }
      // The national list goes by FUB: a folio that is there twice would be one report.
      if (++fubs[note.fub] > 1) note.fub[2] = note.fub[2] == 'F' ? '0' : 'F';
      note.id = note.fub;
    }
    for (RemainsNote& note : world_.remains) {
      note.id = id_of(note.source, ++count[note.source], note.intake);
      if (note.kind == lot) note.lot_id = "L-" + note.id;
    }
  }

  std::string id_of(const std::string& source, int number, Day day) {
    char text[48];
    const int year = year_of(day);
    if (source == "jalisco-repd") {
      const auto high = static_cast<unsigned>(random_.below(1ULL << 32));
      std::snprintf(text, sizeof text, "%08x-%04x-4%03x-a%03x-%012x", high,
                    static_cast<unsigned>(random_.below(1 << 16)),
                    static_cast<unsigned>(random_.below(4096)),
                    static_cast<unsigned>(random_.below(4096)), static_cast<unsigned>(number));
    } else if (source == "jalisco-pfsi") {
      std::snprintf(text, sizeof text, "%d", 1000 + number);
    } else if (source == "cdmx-cbp") {
      std::snprintf(text, sizeof text, "CBP/%05d/%d", number, year);
    } else if (source == "veracruz-cebv") {
      std::snprintf(text, sizeof text, "CEBV-%d-%05d", year, number);
    } else {
      std::snprintf(text, sizeof text, "%s/%05d/%d",
                    source.size() > 3 && source.ends_with("-am") ? "AM" : "PM", number, year);
    }
    return text;
  }

  const WorldOptions& options_;
  Random random_;
  Geography geography_;
  std::array<Registers, 33> registers_;
  Population world_;
  std::int32_t bodies_ = 0;
  int last_lot_ = none;
};

template <class Note>
std::string full_id(const Note& note) {
  return note.source + ":" + note.id;
}

}  // namespace

Population populate(const WorldOptions& options) { return Builder(options).build(); }

std::vector<TruePair> truth_of(const Population& population) {
  std::map<std::int32_t, std::vector<const ReportNote*>> reports;
  std::map<std::int32_t, std::vector<const RemainsNote*>> bodies;
  for (const auto& report : population.reports) reports[report.person].push_back(&report);
  for (const auto& remains : population.remains) bodies[remains.body].push_back(&remains);

  std::vector<TruePair> pairs;
  for (const auto& remains : population.remains)
    for (const auto person : remains.people)
      if (const auto found = reports.find(person); found != reports.end())
        for (const auto* report : found->second)
          pairs.push_back({"identity", full_id(*report), full_id(remains)});
  for (const auto& [person, list] : reports)
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t j = i + 1; j < list.size(); ++j)
        pairs.push_back({"duplicate", full_id(*list[i]), full_id(*list[j])});
  for (const auto& [body, list] : bodies)
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t j = i + 1; j < list.size(); ++j)
        pairs.push_back({list[i]->portion == list[j]->portion ? "same_body" : "part",
                         full_id(*list[i]), full_id(*list[j])});
  return pairs;
}

}  // namespace confronta::world
