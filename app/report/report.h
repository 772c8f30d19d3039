#pragma once
// The run as one HTML file that is read without a network.

#include <cstdint>
#include <string>

#include "app/messages/catalogue.h"
#include "app/run_context.h"

namespace confronta::app {

/// The `top` strongest clusters, each drawn, with its conflicts first, its pairs and their ledgers.
/// No script, no outside reference: its own policy forbids both.
std::string html_report(Language language, RunContext& context, std::uint32_t top);

}  // namespace confronta::app
