#include "tests/support/source_path.h"

namespace confronta::test {

std::string source_path(const std::string& path) { return CONFRONTA_SOURCE_DIR "/" + path; }

}  // namespace confronta::test
