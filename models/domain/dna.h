#pragma once
// What a laboratory's file says of a sample, and what a pedigree file says of a person. As written,
// with canonical names; what it means is worked out by models/stats/genetics.

#include <string>
#include <vector>

namespace confronta {

/// One locus of a profile. `locus`: canonical name ("TH01", "D3S1358", "DYS391"). `alleles`: as
/// called, "9.3"; a homozygote twice; one alone where only one copy was called; none where the
/// locus was tried and gave nothing; "OL" off the ladder. `heights`: of the peaks in RFU, one an
/// allele, or empty.
struct LocusCall {
  std::string locus;
  std::vector<std::string> alleles;
  std::vector<double> heights;
  bool operator==(const LocusCall&) const = default;
};

/// The calls of one sample, autosomal and X, or (trait y_haplotype) on Y; sorted by locus, each
/// once. `dropout` and `dropin`: the laboratory's probabilities a copy and a locus, where it states
/// them.
struct DnaProfile {
  std::string sample;
  std::string kit;
  std::vector<LocusCall> loci;
  bool has_dropout = false;
  double dropout = 0;
  double dropin = 0;
  bool operator==(const DnaProfile&) const = default;
};

/// A mitochondrial sequence: `ranges` that were read ("16024-16365") and its differences to the
/// revised Cambridge reference sequence ("263G", "315.1C").
struct MtSequence {
  std::string sample;
  std::vector<std::string> ranges;
  std::vector<std::string> differences;
  bool operator==(const MtSequence&) const = default;
};

/// A person's place in a pedigree: `person`, `father` and `mother` are names within `family`, ""
/// where not listed. `report`: the id of a report, or its folio, if this is the missing person of
/// that report; "" for a relative.
struct PedigreePlace {
  std::string family;
  std::string person;
  std::string father;
  std::string mother;
  std::string report;
  bool operator==(const PedigreePlace&) const = default;
};

}  // namespace confronta
