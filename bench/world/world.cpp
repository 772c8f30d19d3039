#include "bench/world/world.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "bench/world/genetics/laboratory.h"
#include "bench/world/layouts/layouts.h"
#include "bench/world/oracle/records.h"
#include "bench/world/output/table.h"
#include "bench/world/population.h"
#include "models/domain/trait.h"

namespace confronta::world {
namespace {

template <class Note>
std::map<std::string, std::vector<const Note*>> by_source(const std::vector<Note>& notes) {
  std::map<std::string, std::vector<const Note*>> groups;
  for (const Note& note : notes) groups[note.source].push_back(&note);
  return groups;
}

class Writer {
 public:
  Writer(std::string directory, std::uint64_t seed)
      : directory_(std::move(directory)), random_(seed ^ 0x5bd1e995c0ffeeULL) {}

  Status reports(const std::string& source, const Reports& notes) {
    if (source == "jalisco-repd")
      return text(source, "jalisco_repd", ".json", jalisco_repd(notes, random_));
    if (source == "veracruz-cebv")
      return text(source, "veracruz_cebv", ".json", veracruz_cebv(notes, random_));
    if (source == "cdmx-cbp")
      return csv(source, "cdmx_cbp", cdmx_cbp(notes, random_), ',', Encoding::utf8_bom,
                 DateStyle::day_first);
    if (source == "cnb")
      return csv(source, "cnb_rnpdno", cnb_rnpdno(notes, random_), ',', Encoding::utf8_bom,
                 DateStyle::iso);
    return csv(source, "generic_am", generic_am(notes, random_), ',', Encoding::utf8,
               DateStyle::mixed);
  }

  Status remains(const std::string& source, const Remains& notes) {
    if (source == "jalisco-pfsi")
      return csv(source, "jalisco_pfsi", jalisco_pfsi(notes, random_), ',', Encoding::utf8,
                 DateStyle::day_first);
    const Table table = generic_pm(notes, random_);
    if (source == "cdmx-pm") {
      files_.push_back({path(source + ".xlsx"), source, "generic_pm"});
      return write_workbook(table, "REGISTRO DE CUERPOS Y RESTOS NO IDENTIFICADOS",
                            files_.back().path);
    }
    const bool veracruz = source == "veracruz-pm";
    return csv(source, "generic_pm", table, veracruz ? ';' : ',',
               veracruz ? Encoding::windows_1252_with_mac_cells : Encoding::utf8, DateStyle::mixed);
  }

  Status laboratory(const LaboratoryFiles& files) {
    for (const auto& [name, mapping, table] :
         {std::tuple{"adn_genealogias.csv", "dna_pedigree", &files.pedigrees},
          std::tuple{"adn_perfiles.csv", "dna_profiles", &files.profiles}}) {
      files_.push_back({path(name), "laboratorio", mapping});
      if (auto done = beside(name, *table); !done) return done;
    }
    return success();
  }

  /// A table of the world's own, which is no source.
  Status beside(const std::string& name, const Table& table) {
    return write_file(path(name), csv_text(table, ',', Encoding::utf8, DateStyle::iso, random_));
  }

  std::string path(const std::string& name) const {
    return (std::filesystem::path(directory_) / name).string();
  }
  const std::vector<WrittenFile>& files() const { return files_; }

 private:
  Status csv(const std::string& source, const std::string& mapping, const Table& table,
             char delimiter, Encoding encoding, DateStyle dates) {
    return text(source, mapping, ".csv", csv_text(table, delimiter, encoding, dates, random_));
  }
  Status text(const std::string& source, const std::string& mapping, const std::string& ending,
              const std::string& bytes) {
    files_.push_back({path(source + ending), source, mapping});
    return write_file(files_.back().path, bytes);
  }

  std::string directory_;
  Random random_;
  std::vector<WrittenFile> files_;
};

Table truth_table(const Population& population) {
  Table table;
  table.header = {"relation", "left", "right"};
  for (const TruePair& pair : truth_of(population))
    table.rows.push_back({pair.relation, pair.left, pair.right});
  return table;
}

/// `laboratory`: empty where there is no DNA.
Table strata_table(const Population& population, const LaboratoryFiles& laboratory) {
  const auto& dna = laboratory.strata;
  Table table;
  table.header = {"id", "kind", "sex", "condition", "migrant", "state"};
  if (!dna.empty()) table.header.insert(table.header.end(), {"dna", "missing"});
  const auto conditions = trait_info(Trait::condition).codes;
  const auto add = [&](const std::string& id, const char* kind, int person, int condition,
                       int state) {
    const PersonFacts& facts = population.people[person];
    table.rows.push_back({id, kind, facts.sex == 0 ? "male" : "female",
                          condition == none ? "" : std::string(conditions[condition]),
                          facts.migrant ? "yes" : "no",
                          state == none ? "" : std::to_string(state)});
    if (dna.empty()) return;
    const auto known = dna.find(id);
    table.rows.back().emplace_back(known == dna.end() ? "" : known->second);
    const auto missing = laboratory.missing_together.find(id);
    table.rows.back().emplace_back(
        missing == laboratory.missing_together.end() ? "" : std::to_string(missing->second));
  };
  for (const auto& note : population.reports)
    add(note.source + ":" + note.id, "report", note.person, none, note.state);
  for (const auto& note : population.remains)
    add(note.source + ":" + note.id, "remains", note.people[0], note.true_condition,
        note.true_state);
  return table;
}

template <class Note>
std::vector<Note> by_id(std::vector<Note> notes) {
  std::sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) {
    return a.source + ":" + a.id < b.source + ":" + b.id;
  });
  return notes;
}

Table files_table(const std::vector<WrittenFile>& files) {
  Table table;
  table.header = {"file", "source", "mapping"};
  for (const WrittenFile& file : files)
    table.rows.push_back(
        {std::filesystem::path(file.path).filename().string(), file.source, file.mapping});
  return table;
}

}  // namespace

Result<std::vector<WrittenFile>> simulate(const WorldOptions& options,
                                          const std::string& directory) {
  if (options.states < 1 || options.states > 32)
    return Error{"simulate.states", {std::to_string(options.states)}, {}};
  std::error_code failed;
  std::filesystem::create_directories(directory, failed);
  if (failed) return Error{"simulate.io", {directory}, {}};

  const Population population = populate(options);
  Writer writer(directory, options.seed);
  for (const auto& [source, notes] : by_source(population.reports))
    if (auto done = writer.reports(source, notes); !done) return done.error();
  for (const auto& [source, notes] : by_source(population.remains))
    if (auto done = writer.remains(source, notes); !done) return done.error();
  LaboratoryFiles laboratory;
  if (options.dna) {
    laboratory = write_laboratory(population, options.seed);
    if (auto done = writer.laboratory(laboratory); !done) return done.error();
  }
  for (const auto& [name, table] : {std::pair{"truth.csv", truth_table(population)},
                                    std::pair{"strata.csv", strata_table(population, laboratory)},
                                    std::pair{"files.csv", files_table(writer.files())}})
    if (auto done = writer.beside(name, table); !done) return done.error();
  const OracleRecords written{options, by_id(population.reports), by_id(population.remains)};
  if (auto done = write_file(writer.path("oracle.csv"), oracle_text(written)); !done)
    return done.error();
  return writer.files();
}

}  // namespace confronta::world
