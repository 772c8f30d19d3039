#include "engine/kin/link.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace confronta {
namespace {

using genetics::Family;
using genetics::FamilyMember;
using genetics::PedigreeRow;
using genetics::Sex;
using Row = TraitTable::Row;

/// Upper case without blanks: laboratories write names of records in their own way.
std::string plain(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != ' ') letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return letters;
}

std::string source_of(const std::string& id) { return id.substr(0, id.find(':')); }

template <class T>
const T* first_value(const Row& row, Trait trait) {
  for (const Observation& o : row.observations)
    if (o.trait == trait)
      if (const T* value = std::get_if<T>(&o.value)) return value;
  return nullptr;
}

Sex sex_of(const Row& row) {
  const Code* code = first_value<Code>(row, Trait::sex);
  if (code == nullptr) return Sex::unknown;
  return code->word == "male" ? Sex::male : code->word == "female" ? Sex::female : Sex::unknown;
}

/// Rows by the names that files give them.
class Directory {
 public:
  void add(const Row& row) {
    ids_.emplace(plain(row.id), &row);
    name(row.id.substr(row.id.find(':') + 1), row);
    for (const Observation& o : row.observations)
      if (const auto* identifier = std::get_if<Identifier>(&o.value))
        name(identifier->value, row);
      else if (const auto* place = std::get_if<PedigreePlace>(&o.value))
        name(place->person, row);
  }

  /// The row that `text`, written in a file of `source`, means. `ambiguous`: it may be several.
  const Row* find(std::string_view text, const std::string& source, bool& ambiguous) const {
    ambiguous = false;
    const std::string key = plain(text);
    if (key.empty()) return nullptr;
    for (const std::string& id : {key, plain(source) + ':' + key})
      if (const auto at = ids_.find(id); at != ids_.end()) return at->second;
    const auto at = names_.find(key);
    if (at == names_.end()) return nullptr;
    ambiguous = at->second == nullptr;
    return at->second;
  }

 private:
  void name(std::string_view text, const Row& row) {
    const std::string key = plain(text);
    if (key.empty()) return;
    const auto [at, added] = names_.emplace(key, &row);
    if (!added && at->second != &row) at->second = nullptr;
  }

  std::unordered_map<std::string, const Row*> ids_;
  std::unordered_map<std::string, const Row*> names_;  // nullptr: several rows have it
};

/// A family while its rows are gathered.
struct Draft {
  std::map<std::string, const Row*> people;  // by name; nullptr: only named as a parent
  std::map<std::string, const PedigreePlace*> places;
};

class Linker {
 public:
  Linker(std::vector<Row>& reports, std::vector<Row>& remains, const std::vector<Row>& relatives,
         const std::vector<Row>& samples)
      : reports_(reports), remains_(remains), relatives_(relatives), samples_(samples) {
    for (const Row& row : reports_) {
      everybody_.add(row);
      reported_.add(row);
    }
    for (const Row& row : remains_) everybody_.add(row);
    for (const Row& row : relatives_) everybody_.add(row);
  }

  LinkedDna link() {
    for (const Row& row : relatives_) link_report(row);
    for (const Row& row : samples_) link_sample(row);
    std::vector<Family> families = make_families();
    for (auto& [row, observations] : additions_)
      row->observations.insert(row->observations.end(), observations.begin(), observations.end());
    std::sort(notices_.begin(), notices_.end(), [](const Error& a, const Error& b) {
      return std::tie(a.code, a.arguments) < std::tie(b.code, b.arguments);
    });
    return {genetics::Families{std::move(families)}, std::move(notices_)};
  }

 private:
  void link_report(const Row& row) {
    const auto* place = first_value<PedigreePlace>(row, Trait::pedigree_place);
    if (place == nullptr || place->report.empty()) return;
    bool ambiguous = false;
    const Row* report = reported_.find(place->report, source_of(row.id), ambiguous);
    if (report != nullptr)
      report_of_.emplace(row.id, report);
    else
      notices_.push_back({ambiguous ? "dna.report_ambiguous" : "dna.report_unknown",
                          {place->family, place->person, place->report},
                          {}});
  }

  void link_sample(const Row& row) {
    const Text* name = first_value<Text>(row, Trait::sample_of);
    const std::string text = name ? name->text : "";
    bool ambiguous = false;
    const Row* whose = everybody_.find(text, source_of(row.id), ambiguous);
    if (whose == nullptr) {
      notices_.push_back(
          {ambiguous ? "dna.sample_ambiguous" : "dna.sample_of_nobody", {row.id, text}, {}});
      return;
    }
    if (whose->kind == SubjectKind::relative) {
      samples_of_[whose->id].push_back(&row);
      const auto own = report_of_.find(whose->id);
      if (own == report_of_.end()) return;
      whose = own->second;
    }
    add_observations(row, *whose);
  }

  void add_observations(const Row& sample, const Row& whose) {
    std::vector<Row>& side = whose.kind == SubjectKind::report ? reports_ : remains_;
    Row* row = &side[static_cast<std::size_t>(&whose - side.data())];
    for (const Observation& o : sample.observations)
      if (o.trait == Trait::genotypes || o.trait == Trait::y_haplotype ||
          o.trait == Trait::mt_haplotype)
        additions_[row].push_back(o);
  }

  std::vector<Family> make_families() {
    std::map<std::string, Draft> drafts;
    for (const Row& row : relatives_) {
      const auto* place = first_value<PedigreePlace>(row, Trait::pedigree_place);
      if (place == nullptr) continue;
      Draft& draft = drafts[source_of(row.id) + ':' + place->family];
      draft.people[place->person] = &row;
      draft.places[place->person] = place;
      for (const std::string& parent : {place->father, place->mother})
        if (!parent.empty()) draft.people.emplace(parent, nullptr);
    }
    std::vector<Family> families;
    for (const auto& [id, draft] : drafts) add_family(id, draft, families);
    return families;
  }

  void add_family(const std::string& id, const Draft& draft, std::vector<Family>& families) {
    std::vector<PedigreeRow> rows;
    for (const auto& [name, row] : draft.people) {
      PedigreeRow person{name, "", "", row ? sex_of(*row) : Sex::unknown};
      if (const auto at = draft.places.find(name); at != draft.places.end()) {
        person.father = at->second->father;
        person.mother = at->second->mother;
      }
      rows.push_back(std::move(person));
    }
    auto pedigree = genetics::Pedigree::make(rows);
    if (!pedigree) {
      std::vector<std::string> arguments{id, "@" + pedigree.error().code};
      for (const std::string& argument : pedigree.error().arguments) arguments.push_back(argument);
      arguments.resize(3);
      notices_.push_back({"dna.family_refused", std::move(arguments), {}});
      return;
    }
    Family family{id, std::move(pedigree).value(), {}, {}};
    int person = 0;
    for (const auto& [name, row] : draft.people) {
      family.members.push_back(member(name, row));
      if (row != nullptr) {
        const auto report = report_of_.find(row->id);
        if (report != report_of_.end())
          family.missing.push_back({person, report->second->id});
        else if (!draft.places.at(name)->report.empty())
          family.missing.push_back({person, ""});
      }
      ++person;
    }
    families.push_back(std::move(family));
  }

  FamilyMember member(const std::string& name, const Row* row) const {
    FamilyMember member{row ? row->id : "", name, {}, {}, {}};
    const auto at = samples_of_.find(member.subject);
    if (at == samples_of_.end()) return member;
    for (const Row* sample : at->second)
      for (const Observation& o : sample->observations) {
        if (const auto* profile = std::get_if<DnaProfile>(&o.value))
          (o.trait == Trait::y_haplotype ? member.y_haplotypes : member.genotypes)
              .push_back(*profile);
        if (const auto* sequence = std::get_if<MtSequence>(&o.value))
          member.mt_haplotypes.push_back(*sequence);
      }
    return member;
  }

  std::vector<Row>& reports_;
  std::vector<Row>& remains_;
  const std::vector<Row>& relatives_;
  const std::vector<Row>& samples_;
  Directory everybody_, reported_;
  std::map<std::string, const Row*> report_of_;                // by relative
  std::map<std::string, std::vector<const Row*>> samples_of_;  // by relative
  std::map<Row*, std::vector<Observation>> additions_;         // applied last: rows are looked at
  std::vector<Error> notices_;
};

}  // namespace

LinkedDna link_dna(std::vector<Row>& reports, std::vector<Row>& remains,
                   const std::vector<Row>& relatives, const std::vector<Row>& samples) {
  return Linker{reports, remains, relatives, samples}.link();
}

}  // namespace confronta
