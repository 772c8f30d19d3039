#include "tests/importers/support/rnped.h"

namespace confronta::importers {
namespace {

TEST(RnpedFederal, MakesIdsFromTheCells) {
  support::expect_rnped_fixture(
      {"rnped_federal", "rnped-federal", "fuerofederal_", "ultimafecha",
       "fuerofederal_ultimaentidad + fuerofederal_ultimampio + fuerofederal_ultimalocalidad"});
}

}  // namespace
}  // namespace confronta::importers
