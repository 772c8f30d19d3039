#include "bench/world/genetics/laboratory.h"

#include <algorithm>

#include "bench/world/genetics/families.h"
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
      : population_(population), random_(seed ^ 0x9d4a11e1e5ULL), inheritance_(random_) {
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
    families_of_reported_people();
    for (const RemainsNote& note : population_.remains) remains(note);
    return std::move(files_);
  }

 private:
  /// The first report of a person, by the order of the files, is the one that the family names.
  void families_of_reported_people() {
    std::vector<bool> seen(population_.people.size(), false);
    for (const ReportNote& note : population_.reports) {
      const auto person = static_cast<std::size_t>(note.person);
      if (seen[person]) continue;
      seen[person] = true;
      if (random_.chance(rates::family_sampled)) family(note, person);
    }
  }

  void family(const ReportNote& note, std::size_t person) {
    const WorldFamily family = draw_family(random_, inheritance_, population_.people[person].sex);
    genomes_[person] = family.people[0].genome;
    sampled_.resize(population_.people.size(), false);
    sampled_[person] = true;
    std::string number = std::to_string(++families_);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    const std::string code = "G" + number;
    const auto name = [&](int place) {
      return place < 0
                 ? std::string{}
                 : code + '-' + std::string{family.people[static_cast<std::size_t>(place)].role};
    };
    for (std::size_t at = 0; at < family.people.size(); ++at) {
      const FamilyMember& member = family.people[at];
      const std::string own = name(static_cast<int>(at));
      files_.pedigrees.rows.push_back({code, own, name(member.father), name(member.mother),
                                       member.genome.sex == 0 ? "HOMBRE" : "MUJER",
                                       at == 0 ? full_id(note) : std::string{}});
      if (!member.sampled) continue;
      const Genome genome = random_.chance(rates::wrong_sample)
                                ? inheritance_.founder(random_, member.genome.sex)
                                : member.genome;
      profile("R", own, genome, 0);
    }
  }

  /// The genome of a person; of one without family it is drawn when it is asked for.
  const Genome& genome_of(std::int32_t person) {
    Genome& genome = genomes_[static_cast<std::size_t>(person)];
    if (genome.autosomal.empty())
      genome =
          inheritance_.founder(random_, population_.people[static_cast<std::size_t>(person)].sex);
    return genome;
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
    const auto at = static_cast<std::size_t>(person);
    stratum = at < sampled_.size() && sampled_[at] ? "family" : "profile";
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
  Random random_;
  Inheritance inheritance_;
  std::vector<Genome> genomes_;  // by person
  std::vector<bool> sampled_;    // whose family gave samples, by person
  LaboratoryFiles files_;
  int families_ = 0, samples_ = 0;
};

}  // namespace

LaboratoryFiles write_laboratory(const Population& population, std::uint64_t seed) {
  return Laboratory{population, seed}.write();
}

}  // namespace confronta::world
