#pragma once
// Which of the columns of a table are those of a laboratory's genotypes or of a pedigree.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confronta::importers {

enum class DnaLayout {
  wide,      // a row a sample, a column or two a locus, or mitochondrial sequences
  by_locus,  // a row a sample and locus: GeneMapper, GeneMarker, plain lists
  pedigree,  // a row a person, with father and mother
};
/// The names that `--mapping` takes: "dna_profiles", "dna_profiles_by_locus", "dna_pedigree".
std::string_view layout_name(DnaLayout layout);
std::optional<DnaLayout> layout_of_name(std::string_view name);

/// Columns by their place in the list; -1 where there is none.
struct DnaColumns {
  DnaLayout layout = DnaLayout::wide;
  int sample = -1, sample_of = -1, kit = -1, sample_file = -1, sample_type = -1;
  int dropout = -1, dropin = -1, mt_range = -1, mt_differences = -1;
  struct LocusColumns {
    std::string locus;         // as written, without the number of the allele
    std::vector<int> columns;  // of one allele each if `single`
    bool single = false;
  };
  std::vector<LocusColumns> loci;     // wide
  int marker = -1;                    // by locus
  std::vector<int> alleles, heights;  // by locus
  int person = -1, father = -1, mother = -1, sex = -1, family = -1, report = -1, name = -1;
  std::vector<int> unknown;  // columns that nobody reads, as far as they say something
};

/// What the columns are, if they are a DNA table's: two loci or a mitochondrial sequence beside a
/// sample; sample, marker and an allele; or person, father, mother and at least one of sex, family,
/// report and sample. `wanted`: only that layout. Names may be Spanish or English
/// (docs/data-formats/ genetics.md lists them).
std::optional<DnaColumns> dna_columns(const std::vector<std::string>& columns,
                                      std::optional<DnaLayout> wanted);

/// Names that tell the header of such a table from the rows above it.
std::vector<std::string> expected_dna_columns();

}  // namespace confronta::importers
