#pragma once
// A cluster as a drawing: reports on the left, remains on the right, a line for each pair.

#include <string>

#include "app/messages/catalogue.h"
#include "engine/run.h"

namespace confronta::app {

/// An SVG element. Identity pairs run across, the wider the more probable; duplicates, records of
/// one body and parts are arcs on their own side. The table beside it says the same in words.
std::string cluster_drawing(Language language, const Run& run, const RunCluster& cluster);

}  // namespace confronta::app
