#include "models/evidence/identifiers/weights.h"

#include <algorithm>
#include <string>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr std::size_t index_of(KeyAgreement agreement) {
  return static_cast<std::size_t>(agreement);
}
constexpr std::size_t different = index_of(KeyAgreement::different);
constexpr std::size_t close = index_of(KeyAgreement::close);
constexpr std::size_t stem = index_of(KeyAgreement::stem);
constexpr std::size_t equal = index_of(KeyAgreement::equal);

}  // namespace

KeyChances personal_key_chances(const Parameters& p, std::size_t type, Context surnames,
                                Context births) {
  const std::string name{identifier_type_name(type)};
  const double copied = p["identifiers.key_copied"];
  const double shared = (surnames == Context::agree ? 0 : p["identifiers.key_name"]) +
                        (births == Context::agree ? 0 : p["identifiers.key_birth"]);
  const auto chance = [&](double bans) { return std::max(copied, portable_pow(10, -bans)); };

  KeyChances chances;
  chances.other[equal] = chance(p["identifiers." + name + "_rest"] + shared);
  chances.other[stem] = chance(p["identifiers." + name + "_state"] + shared);
  chances.other[close] = p["identifiers.key_close_values"] * chances.other[equal];
  const double most_alike = p["identifiers.key_most_alike"];
  double alike = chances.other[equal] + chances.other[stem] + chances.other[close];
  if (alike > most_alike)
    for (double& c : chances.other) c *= most_alike / alike;
  alike = std::min(alike, most_alike);
  chances.other[different] = 1 - alike;

  const bool contradicted = surnames == Context::differ || births == Context::differ;
  chances.same[close] = p["identifiers.key_misspelt"];
  chances.same[stem] = p["identifiers.key_reissued"];
  chances.same[different] = contradicted ? 0.5 : p["identifiers.key_wrong"];
  chances.same[equal] = 1 - chances.same[close] - chances.same[stem] - chances.same[different];
  return chances;
}

KeyChances folio_chances(const Parameters& p, Relation relation, std::size_t type, double repeated,
                         std::size_t length, double pairs) {
  const std::string name{identifier_type_name(type)};
  const double by_length =
      portable_pow(10, -p["identifiers.folio_bans_per_character"] * static_cast<double>(length));
  const double one = std::max({p["identifiers." + name + "_copied"], repeated, by_length});
  KeyChances chances;
  chances.other[equal] = std::min(0.5, one * pairs);
  chances.other[different] = 1 - chances.other[equal];
  const bool own_file = relation == Relation::identity && name == "case_file";
  const std::string same = own_file ? "case_file_same_identity" : name + "_same";
  chances.same[equal] = std::max(p["identifiers." + same], chances.other[equal]);
  chances.same[different] = 1 - chances.same[equal];
  return chances;
}

}  // namespace confronta
