#pragma once
// A family's DNA beside that of remains, for drawings: who is who, what each shows, what it is
// worth. Numbers are those of kinship's explanation.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/match.h"

namespace confronta::app {

struct DnaView {
  struct Person {
    std::string id;  // within the family; parents are named by it
    std::string father;
    std::string mother;
    std::string sex;  // male, female, unknown
    bool typed = false;
    bool missing = false;  // the report's person
    std::string label;
  };
  struct Locus {
    std::string locus;
    std::string remains;
    std::map<std::string, std::string> people;  // genotypes by person
    double log10_lr = 0;                        // under the pedigree as stated
    bool needs_mutation = false;
  };
  struct Alternative {
    std::string alternative;  // sibling, cousin
    double log10_lr = 0;
  };
  std::string family;
  std::vector<Person> people;
  std::vector<Locus> loci;
  std::vector<Alternative> alternatives;
};

/// Of a row of reports and one of remains (relation identity). Nothing where no relative's profile
/// is tied to the report, or the remains have none. Some tens of milliseconds.
std::optional<DnaView> dna_view(const genetics::Families& families, const Parameters& parameters,
                                const ReferenceSet& reference, const TraitTable& reports,
                                RowId report, const TraitTable& remains, RowId body);
/// The same, of what a run prepared.
std::optional<DnaView> dna_view(Workspace& workspace, RowId report, RowId body);

/// {"family","people":[{"id","father","mother","sex","typed","missing","label"}],"loci":[{"locus",
/// "remains","people":{id: text},"log10_lr","needs_mutation"}],"lr_alternatives":[{"alternative",
/// "log10_lr"}]}
std::string dna_json(const DnaView& view);

}  // namespace confronta::app
