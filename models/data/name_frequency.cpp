#include "models/data/name_frequency.h"

namespace confronta {
namespace {

constexpr NameCount surname_list[] = {
#include "models/data/surnames.inc"
};
constexpr NameCount male_list[] = {
#include "models/data/given_names_male.inc"
};
constexpr NameCount female_list[] = {
#include "models/data/given_names_female.inc"
};

}  // namespace

std::span<const NameCount> surnames() { return surname_list; }
std::span<const NameCount> given_names_male() { return male_list; }
std::span<const NameCount> given_names_female() { return female_list; }

}  // namespace confronta
