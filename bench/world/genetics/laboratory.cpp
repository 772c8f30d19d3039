#include "bench/world/genetics/laboratory.h"

#include <algorithm>
#include <array>
#include <utility>

#include "bench/world/genetics/families.h"
#include "bench/world/genetics/second_missing.h"
#include "bench/world/rates.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

constexpr const char* kit = "GlobalFiler+Yfiler";
constexpr const char* mt_range = "16024-16365;73-340";

template <class Note>
std::string full_id(const Note& note) {
  return note.source + ':' + note.id;
}

class Laboratory {
 public:
  Laboratory(const Population& population, std::uint64_t seed)
      : population_(population),
        random_(seed ^ 0x9d4a11e1e5ULL),
        siblings_random_(seed ^ 0x51b11465ULL),
        inheritance_(random_) {
    files_.pedigrees.header = {"Familia", "Persona", "Padre", "Madre", "Sexo", "Reporte"};
    auto& header = files_.profiles.header;
    header = {"Muestra", "Muestra de", "Kit", "AMEL"};
    for (const std::string& locus : inheritance_.loci())
      for (const char* copy : {"_1", "_2"}) header.push_back(locus + copy);
    header.insert(header.end(), inheritance_.y_loci().begin(), inheritance_.y_loci().end());
    header.insert(header.end(), {"Rango mt", "Diferencias mt"});
  }

  LaboratoryFiles write() {
    genomes_.resize(population_.people.size());
    families_.resize(population_.people.size());
    families_of_reported_people();
    second_missing_people();
    for (const RemainsNote& note : population_.remains) remains(note);
    count_missing_together();
    return std::move(files_);
  }

 private:
  struct Family {
    std::string code;
    WorldFamily members;
    std::vector<std::int32_t> missing;  // people of the world; empty: gave no samples

    std::string name(int place) const {
      return place < 0
                 ? std::string{}
                 : code + '-' + std::string{members.people[static_cast<std::size_t>(place)].role};
    }
  };

  /// The first report of a person, by the order of the files, is the one that the family names.
  void families_of_reported_people() {
    std::vector<bool> seen(population_.people.size(), false);
    for (const ReportNote& note : population_.reports) {
      const auto person = static_cast<std::size_t>(note.person);
      if (seen[person]) continue;
      seen[person] = true;
      first_report_[note.person] = &note;
      if (random_.chance(rates::family_sampled)) family(note, person);
    }
  }

  void family(const ReportNote& note, std::size_t person) {
    Family& family = families_[person];
    family.members = draw_family(random_, inheritance_, population_.people[person].sex);
    family.missing = {note.person};
    genomes_[person] = family.members.people[0].genome;
    std::string number = std::to_string(++sampled_families_);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    family.code = "G" + number;
    files_.strata[full_id(note)] = "family";
    for (std::size_t at = 0; at < family.members.people.size(); ++at) {
      const FamilyMember& member = family.members.people[at];
      const std::string own = family.name(static_cast<int>(at));
      pedigree_row(family, own, member, at == 0 ? &note : nullptr);
      if (!member.sampled) continue;
      const Genome genome = random_.chance(rates::wrong_sample)
                                ? inheritance_.founder(random_, member.genome.sex)
                                : member.genome;
      profile("R", own, genome, 0);
    }
  }

  void pedigree_row(const Family& family, const std::string& own, const FamilyMember& member,
                    const ReportNote* report) {
    files_.pedigrees.rows.push_back({family.code, own, family.name(member.father),
                                     family.name(member.mother),
                                     member.genome.sex == 0 ? "HOMBRE" : "MUJER",
                                     report == nullptr ? std::string{} : full_id(*report)});
  }

  /// Brothers and sisters of missing people, from random numbers of their own.
  void second_missing_people() {
    std::vector<bool> sampled;
    for (const Family& family : families_) sampled.push_back(!family.missing.empty());
    for (const auto& [first, second] : missing_siblings(population_, sampled, siblings_random_)) {
      Family& family = families_[static_cast<std::size_t>(first)];
      const auto& people = family.members.people;
      FamilyMember sibling{"PERSONA 2", people[0].father, people[0].mother, false, {}};
      sibling.genome = inheritance_.child(siblings_random_,
                                          people[static_cast<std::size_t>(sibling.father)].genome,
                                          people[static_cast<std::size_t>(sibling.mother)].genome,
                                          population_.people[static_cast<std::size_t>(second)].sex);
      const ReportNote& report = *first_report_.at(second);
      pedigree_row(family, family.code + '-' + std::string{sibling.role}, sibling, &report);
      files_.strata[full_id(report)] = "family";
      family.missing.push_back(second);
      siblings_.emplace(second, std::pair{first, std::move(sibling.genome)});
    }
  }

  /// The genome of a person; of one without family it is drawn when it is asked for. A sibling's is
  /// known: what would have been drawn is drawn all the same, so that the samples after it are
  /// those of a world without siblings.
  const Genome& genome_of(std::int32_t person) {
    Genome& genome = genomes_[static_cast<std::size_t>(person)];
    if (genome.autosomal.empty()) {
      genome =
          inheritance_.founder(random_, population_.people[static_cast<std::size_t>(person)].sex);
      if (const auto known = siblings_.find(person); known != siblings_.end())
        genome = known->second.second;
    }
    return genome;
  }

  /// Whose family it is that looks for a person, if it gave samples.
  const Family* family_of(std::int32_t person) const {
    const auto sibling = siblings_.find(person);
    const auto first = sibling == siblings_.end() ? person : sibling->second.first;
    const Family& family = families_[static_cast<std::size_t>(first)];
    return family.missing.empty() ? nullptr : &family;
  }

  void count_missing_together() {
    for (const auto& [id, person] : typed_)
      if (const Family* family = family_of(person))
        files_.missing_together[id] = static_cast<int>(
            std::count_if(family->missing.begin(), family->missing.end(), [&](std::int32_t one) {
              return std::any_of(typed_.begin(), typed_.end(),
                                 [&](const auto& typed) { return typed.second == one; });
            }));
  }

  void remains(const RemainsNote& note) {
    const std::string id = full_id(note);
    std::string& stratum = files_.strata[id];
    stratum = "none";
    const auto condition = static_cast<std::size_t>(std::max(note.true_condition, 0));
    if (note.people.size() != 1 || note.kind == lot ||
        !random_.chance(rates::profile_obtained[condition]))
      return;
    const std::int32_t person = note.people[0];
    const Genome genome = random_.chance(rates::wrong_sample)
                              ? inheritance_.founder(random_, genome_of(person).sex)
                              : genome_of(person);
    const double lost = std::min(0.8, rates::copies_lost[condition] * random_.exponential(1));
    profile("H", id, genome, lost);
    typed_.emplace(id, person);
    stratum = family_of(person) != nullptr ? "family" : "profile";
  }

  /// A copy of an allele as the laboratory sees it.
  bool survives(double lost) { return lost <= 0 || !random_.chance(lost); }

  void profile(const char* prefix, const std::string& of, const Genome& genome, double lost) {
    std::vector<Cell> row{prefix + std::to_string(++samples_), of, kit};
    row.emplace_back(!survives(lost) ? "-" : genome.sex == 1 ? "X" : survives(lost) ? "X,Y" : "X");
    for (std::size_t locus = 0; locus < genome.autosomal.size(); ++locus)
      locus_cells(row, locus, genome.autosomal[locus], lost);
    for (std::size_t locus = 0; locus < inheritance_.y_loci().size(); ++locus) {
      if (genome.y.empty())
        row.emplace_back("");
      else
        row.emplace_back(survives(lost) ? std::to_string(genome.y[locus]) : "-");
    }
    const bool sequenced = random_.chance(rates::mt_sequenced);
    row.emplace_back(sequenced ? mt_range : "");
    std::string differences;
    for (const std::string& one : inheritance_.line(genome.mitochondrial))
      differences += (differences.empty() ? "" : " ") + one;
    row.emplace_back(sequenced ? differences : "");
    files_.profiles.rows.push_back(std::move(row));
  }

  /// A homozygote of a good sample is written twice; one allele of a poor one once, since nobody
  /// knows what became of the other copy.
  void locus_cells(std::vector<Cell>& row, std::size_t locus, const std::array<int, 2>& copies,
                   double lost) {
    std::vector<int> seen;
    for (const int copy : copies)
      if (survives(lost)) seen.push_back(copy);
    if (lost > 0 && seen.size() < 2 && random_.chance(rates::foreign_allele))
      seen.push_back(inheritance_.allele(random_, locus));
    std::sort(seen.begin(), seen.end());
    if (lost > 0) seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    row.emplace_back(seen.empty() ? "-" : allele_text(seen[0]));
    row.emplace_back(seen.empty() ? "-" : seen.size() > 1 ? allele_text(seen[1]) : "");
  }

  const Population& population_;
  Random random_, siblings_random_;
  Inheritance inheritance_;
  std::vector<Genome> genomes_;                             // by person
  std::vector<Family> families_;                            // by the person whose family it is
  std::map<std::int32_t, const ReportNote*> first_report_;  // by person
  std::map<std::int32_t, std::pair<std::int32_t, Genome>> siblings_;  // of whom, genome
  std::map<std::string, std::int32_t> typed_;  // remains with a profile: of whom
  LaboratoryFiles files_;
  int sampled_families_ = 0, samples_ = 0;
};

}  // namespace

LaboratoryFiles write_laboratory(const Population& population, std::uint64_t seed) {
  return Laboratory{population, seed}.write();
}

}  // namespace confronta::world
