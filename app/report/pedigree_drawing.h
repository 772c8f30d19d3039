#pragma once
// A family's DNA beside that of remains: the pedigree under both propositions, and every locus.

#include <string>

#include "app/dna_view.h"
#include "app/messages/catalogue.h"

namespace confronta::app {

/// Two SVG drawings, H1 with the remains in the missing person's place and H2 with them apart, with
/// the genotypes of the locus that says most; below it the table of all loci and what the number
/// would be against close kin. Squares are men, circles women, diamonds not known; filled: gave a
/// sample.
std::string pedigree_section(Language language, const DnaView& view);

}  // namespace confronta::app
