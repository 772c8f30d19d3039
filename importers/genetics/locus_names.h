#pragma once
// One locus under the names that kits and laboratories give it.

#include <span>
#include <string>
#include <string_view>

namespace confronta::importers {

/// Names of one locus have one key: "THO1" and "TH01", "vWA" and "VWA31", "Penta E" and "PENTA_E".
/// Letters' case and all but letters and digits do not count. A key is for comparing, not for
/// people.
std::string locus_key(std::string_view name);

/// Whether the name says that a locus is not inherited as an autosome's: amelogenin and other
/// markers of sex, Y-STRs ("DYS391", "Y-GATA-H4") and X-STRs ("DXS10148", "HPRTB").
bool is_sex_linked(std::string_view name);

/// The name under which a locus is kept (domain/dna.h): "vWA", "TH01", "Penta E", "DYS389I",
/// "Y-GATA-H4". The two copies of a doubled Y locus ("DYS385a", "DYS385 a/b") are one locus,
/// DYS385. A name that is not known is kept as its key.
std::string canonical_locus(std::string_view name);

/// Whether a column's name is that of a locus: one that is known, or one that is named by the rules
/// for STRs and SNPs ("D11S4463", "DYS612", "DXS10148", "rs1490413").
bool names_a_locus(std::string_view name);

/// The loci of the usual kits, by their canonical names.
std::span<const std::string_view> known_loci();

enum class LocusKind { autosomal, x, y, amelogenin, other_sex_marker };
/// By a canonical name.
LocusKind kind_of_locus(std::string_view canonical);

}  // namespace confronta::importers
