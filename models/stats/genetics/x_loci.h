#pragma once
// Which loci lie on X, and which of them are passed on together.

#include <string_view>

namespace confronta::genetics {

/// By a locus's canonical name (domain/dna.h): DXS..., and the X-STRs that are named otherwise.
bool on_x(std::string_view locus);

/// The four linkage groups of the kit Investigator Argus X-12, 1 to 4: DXS10148, DXS10135, DXS8378
/// (Xp22); DXS7132, DXS10079, DXS10074 (Xq12); DXS10103, HPRTB, DXS10101 (Xq26); DXS10146,
/// DXS10134, DXS7423 (Xq28). 0: of no group that is known here. As the maker of Investigator
/// Argus X-12 groups them; C. Tomas et al. 2012, Int J Legal Med, doi:10.1007/s00414-011-0609-y,
/// found linkage disequilibrium within the groups.
int linkage_group_on_x(std::string_view locus);

}  // namespace confronta::genetics
