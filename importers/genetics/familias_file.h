#pragma once
// What a .fam file of Familias 3 says, before anything is made of it. For the readers of this
// folder only: what is wrong is thrown as a Refusal. Source of the layout: the files that Familias
// 3.2 and 3.3 write, and the documentation of the R packages pedFamilias and dvir.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/genetics/familias_lines.h"
#include "models/stats/genetics/locus.h"
#include "models/stats/genetics/mutation.h"
#include "models/stats/genetics/pedigree.h"

namespace confronta::importers::familias {

/// A locus of the database. The codes of Familias' mutation models: 0 equal, 1 proportional,
/// 2 stepwise by rank, 3 the same made reversible (Dawid), 4 stepwise with a rate for
/// microvariants.
struct LocusEntry {
  std::string key;  // locus_key of its name
  genetics::Locus locus;
  genetics::MutationSpec female, male;
  bool used = true;  // false: sex-linked
  std::uint64_t row = 0;
};

/// The two alleles as they are written.
struct Typing {
  std::size_t locus = 0;
  std::string first, second;
  std::uint64_t row = 0;
};

struct PersonEntry {
  std::string name;
  genetics::Sex sex = genetics::Sex::unknown;
  std::vector<Typing> typings;  // at the loci that are used
  std::uint64_t row = 0;
};

struct Relation {
  std::string parent, child;
  std::uint64_t row = 0;
};

struct PedigreeEntry {
  std::string name;
  std::vector<Relation> relations;
};

struct FamilyEntry {
  std::string name;
  std::vector<PersonEntry> persons;
  std::vector<PedigreeEntry> pedigrees;
  std::uint64_t row = 0;
};

struct Contents {
  std::vector<LocusEntry> loci;
  std::vector<PersonEntry> unidentified;
  std::vector<FamilyEntry> families;
  std::vector<Error> notes;  // what was read and is not used
};

/// The first part: persons and pedigrees of an ordinary case, which are passed over, and the
/// database of loci. Thrown: "familias.precomputed", "familias.databases" (more than one),
/// "familias.locus_twice", "familias.model", and those of Lines and Locus.
void read_general_part(Lines& lines, Contents& contents);

/// The DVI section and the settings after it. Thrown: "familias.no_dvi", "familias.unknown_locus",
/// "familias.locus_twice", and those of Lines.
void read_dvi_part(Lines& lines, Contents& contents);

/// Something worth saying that is no error.
void note(Contents& contents, const char* code, std::vector<std::string> arguments,
          std::uint64_t row);

}  // namespace confronta::importers::familias
