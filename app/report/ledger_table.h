#pragma once
// The ledger of a pair as a table with a waterfall in bans.

#include <string>

#include "app/ledger.h"
#include "app/messages/catalogue.h"

namespace confronta::app {

/// A <table>: evidence, a bar from the sum so far to the sum with it, bans, both sides with their
/// cells, the reason, and what was missing or could not be observed.
std::string ledger_table(Language language, const Ledger& ledger);

}  // namespace confronta::app
