#pragma once
// One locus under the names that kits and laboratories give it.

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

}  // namespace confronta::importers
