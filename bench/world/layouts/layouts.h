#pragma once
// Each state's own file layout. A writer takes the records of one source in the order of the file
// and returns the file it wrote; wording, typing errors and gaps come from `random`.

#include <string>
#include <vector>

#include "bench/world/notes.h"
#include "bench/world/output/table.h"
#include "bench/world/random.h"
#include "bench/world/world.h"

namespace confronta::world {

using Reports = std::vector<const ReportNote*>;
using Remains = std::vector<const RemainsNote*>;

/// JSON array of cédulas with nested lists of marks and clothing (Jalisco's public register).
std::string jalisco_repd(const Reports& reports, Random& random);
/// JSON, nested as the commission's tables are (Veracruz).
std::string veracruz_cebv(const Reports& reports, Random& random);
/// Jalisco's list of unidentified dead.
Table jalisco_pfsi(const Remains& remains, Random& random);
/// Mexico City's search commission.
Table cdmx_cbp(const Reports& reports, Random& random);
/// The national commission's list of 20 columns.
Table cnb_rnpdno(const Reports& reports, Random& random);
/// The templates that a commission or a forensic service fills in.
Table generic_am(const Reports& reports, Random& random);
Table generic_pm(const Remains& remains, Random& random);

// Words that several layouts share.
std::string status_word(int status);  // of a report
std::string state_name(int state);    // upper case, without accents now and then
std::string municipality_name(int municipality);
std::string full_name(const TypedName& name);
std::string metres(int centimetres);  // "1.65"

}  // namespace confronta::world
