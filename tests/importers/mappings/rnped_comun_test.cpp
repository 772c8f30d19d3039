#include "tests/importers/support/rnped.h"

namespace confronta::importers {
namespace {

TEST(RnpedComun, MakesIdsFromTheCells) {
  support::expect_rnped_fixture(
      {"rnped_comun", "rnped-comun", "fuerocomun_", "desapfecha",
       "fuerocomun_desapentidad + fuerocomun_desapmunicipio + fuerocomun_desaplocalidad"});
}

}  // namespace
}  // namespace confronta::importers
