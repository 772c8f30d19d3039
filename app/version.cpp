#include "app/version.h"

namespace confronta::app {

std::string_view program_version() { return CONFRONTA_VERSION; }

}  // namespace confronta::app
