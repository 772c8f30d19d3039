#pragma once
// The families of a run: who is kin to whom, what was typed of whom, and whose report it is.

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/dna.h"
#include "models/stats/genetics/pedigree.h"

namespace confronta::genetics {

/// A person of a pedigree with every sample that is said to be of that person.
struct FamilyMember {
  std::string subject;  // "LAB:F12/madre"; "" for a parent who is only named
  std::string name;     // within the family
  std::vector<DnaProfile> genotypes, y_haplotypes;
  std::vector<MtSequence> mt_haplotypes;

  bool sampled() const {
    return !genotypes.empty() || !y_haplotypes.empty() || !mt_haplotypes.empty();
  }
};

struct Family {
  struct Missing {
    int person = 0;
    std::string report;  // subject id; "" if the store does not have it

    bool operator==(const Missing&) const = default;
  };
  std::string id;                     // SOURCE:FAMILY
  Pedigree pedigree;                  // persons by name
  std::vector<FamilyMember> members;  // in the pedigree's order
  std::vector<Missing> missing;       // by person

  bool is_missing(int person) const;
};

/// One missing person of one family.
struct FamilyPlace {
  const Family* family = nullptr;
  int person = 0;

  bool operator==(const FamilyPlace&) const = default;
};

/// Immutable once made; shared by threads. A run without DNA has none.
class Families {
 public:
  Families() = default;
  /// Sorted by id, each id once.
  explicit Families(std::vector<Family> list);

  std::span<const Family> list() const { return list_; }
  const Family* find(std::string_view id) const;
  /// The places of a report, in the order of the families: several, if several families have it.
  std::vector<FamilyPlace> places_of(std::string_view report) const;

 private:
  std::vector<Family> list_;
  struct Place {
    std::size_t family;
    int person;
  };
  std::map<std::string, std::vector<Place>, std::less<>> places_;
};

/// The families of a run without DNA.
const Families& no_families();

}  // namespace confronta::genetics
