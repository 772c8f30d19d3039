// What the simulated laboratory writes is what the importers read: the two rooms never see each
// other, and meet here.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include <unistd.h>

#include "bench/world/world.h"
#include "importers/importer.h"

namespace confronta::app {
namespace {

struct Imported {
  std::vector<Record> records;
  std::vector<RejectedRow> rejected;
  std::string mapping;
};

Imported import_all(const std::string& path) {
  Imported all;
  auto reader = importers::open_records({path, "laboratorio", ""});
  EXPECT_TRUE(reader) << path;
  if (!reader) return all;
  all.mapping = reader.value()->facts().mapping;
  for (;;) {
    auto next = reader.value()->next();
    EXPECT_TRUE(next);
    if (!next || !next.value()) return all;
    if (auto* record = std::get_if<Record>(&*next.value()))
      all.records.push_back(std::move(*record));
    else
      all.rejected.push_back(std::get<RejectedRow>(*std::move(next).value()));
  }
}

template <class T>
const T* value(const Record& record, Trait trait) {
  for (const Observation& o : record.observations)
    if (o.trait == trait)
      if (const T* found = std::get_if<T>(&o.value)) return found;
  return nullptr;
}

class SimulatedDna : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = (std::filesystem::temp_directory_path() /
                  ("confronta-simulated-dna-" + std::to_string(::getpid())))
                     .string();
    world::WorldOptions options;
    options.reports = 400;
    options.remains = 250;
    options.dna = true;
    ASSERT_TRUE(world::simulate(options, directory_));
    pedigrees_ = import_all(directory_ + "/adn_genealogias.csv");
    profiles_ = import_all(directory_ + "/adn_perfiles.csv");
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(directory_); }

  static inline std::string directory_;
  static inline Imported pedigrees_, profiles_;
};

TEST_F(SimulatedDna, IsReadByItsColumnsAndNothingIsSetAside) {
  EXPECT_EQ(pedigrees_.mapping, "dna_pedigree");
  EXPECT_EQ(profiles_.mapping, "dna_profiles");
  EXPECT_TRUE(pedigrees_.rejected.empty());
  EXPECT_GT(pedigrees_.records.size(), 300U);
  EXPECT_GT(profiles_.records.size(), 200U);
  for (const RejectedRow& row : profiles_.rejected)  // a bone may give no allele at all
    EXPECT_EQ(row.reason.code, "dna.no_calls");
  EXPECT_LE(profiles_.rejected.size(), 3U);
}

TEST_F(SimulatedDna, KeepsTheSexOfEveryRelative) {
  for (const Record& person : pedigrees_.records) {
    EXPECT_EQ(person.kind, SubjectKind::relative);
    EXPECT_NE(value<Code>(person, Trait::sex), nullptr) << person.id;
  }
}

TEST_F(SimulatedDna, GivesEverySampleOfARelativeAPersonOfAPedigree) {
  std::map<std::string, const Record*> people;
  for (const Record& person : pedigrees_.records)
    people[value<PedigreePlace>(person, Trait::pedigree_place)->person] = &person;
  std::size_t relatives = 0;
  for (const Record& sample : profiles_.records) {
    const auto* of = value<Text>(sample, Trait::sample_of);
    ASSERT_NE(of, nullptr);
    if (of->text.find(':') != std::string::npos) continue;  // a record of remains, by its id
    ++relatives;
    ASSERT_EQ(people.count(of->text), 1U) << of->text;
    const auto* profile = value<DnaProfile>(sample, Trait::genotypes);
    ASSERT_NE(profile, nullptr);
    EXPECT_EQ(profile->loci.size(), 23U);
    for (const LocusCall& call : profile->loci) EXPECT_EQ(call.alleles.size(), 2U) << call.locus;
    // Amelogenin agrees with the pedigree; a false father and a wrong sample have the same sex.
    EXPECT_EQ(*value<Code>(sample, Trait::sex), *value<Code>(*people[of->text], Trait::sex));
  }
  EXPECT_GT(relatives, 150U);
}

TEST_F(SimulatedDna, HasSamplesOfBonesWithLostCopies) {
  std::size_t partial = 0;
  for (const Record& sample : profiles_.records)
    if (const auto* profile = value<DnaProfile>(sample, Trait::genotypes))
      for (const LocusCall& call : profile->loci)
        if (call.alleles.size() < 2) {
          ++partial;
          break;
        }
  EXPECT_GT(partial, 5U);
}

}  // namespace
}  // namespace confronta::app
