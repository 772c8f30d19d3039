// What a run of all registered models gives, to the bit: on g++ and clang, with and without
// sanitizers, in any locale. A change here is right only together with a new version of the model
// that changed.

#include <gtest/gtest.h>

#include "engine/match.h"
#include "models/registry.h"
#include "tests/engine/support/synthetic.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::mixed;
using test::RowBuilder;

/// One word of a list, by a number that looks random.
template <std::size_t n>
std::string one_of(const char* const (&words)[n], std::uint64_t number) {
  return words[number % n];
}

constexpr const char* sexes[] = {"male", "male", "female"};
constexpr const char* given[] = {"JUAN", "MARIA", "JOSE LUIS", "ANA", "PEDRO", "GUADALUPE"};
constexpr const char* surnames[] = {"GARCIA", "HERNANDEZ", "LOPEZ", "RUIZ", "DE LA CRUZ", "MUÑOZ"};
constexpr const char* places[] = {"14039", "14120", "09007", "30087", "14", "30193"};
constexpr const char* hairs[] = {"black", "dark_brown", "light_brown", "grey"};
constexpr const char* builds[] = {"thin", "medium", "robust"};
constexpr const char* conditions[] = {"fleshed", "decomposed", "skeletonized", "mummified"};
constexpr const char* regions[] = {"forearm", "chest", "back", "hand"};
constexpr const char* motifs[] = {"rose", "skull", "letters", "cross"};
constexpr const char* items[] = {"trousers", "shirt", "shoes", "belt"};
constexpr const char* colours[] = {"blue", "black", "white"};

Mark mark_of(std::uint64_t n) {
  Mark mark;
  mark.type = "tattoo";
  mark.region = one_of(regions, n);
  mark.side = n % 3 == 0 ? "left" : "right";
  mark.motifs = {one_of(motifs, n >> 8)};
  if (n % 5 == 0) mark.inscription = "KARLA";
  return mark;
}

Garment garment_of(std::uint64_t n) {
  Garment garment;
  garment.item = one_of(items, n);
  garment.colour = one_of(colours, n >> 8);
  return garment;
}

Place place_of(std::uint64_t n) {
  Place place;
  place.code = one_of(places, n);
  return place;
}

PersonName name_of(std::uint64_t n) {
  return {one_of(given, n), one_of(surnames, n >> 8), one_of(surnames, n >> 16), ""};
}

std::string day_of_2020(std::uint64_t n) {
  return iso_date(static_cast<Day>(18262 + static_cast<int>(n % 366)));
}

/// Reports and remains of the same made-up people, the remains with things missing and one off.
Snapshot made_up_snapshot() {
  Snapshot snapshot;
  snapshot.digest = "golden";
  for (std::uint64_t person = 0; person < 80; ++person) {
    const auto draw = [&](std::uint64_t what) { return mixed(person, what, 7); };
    const std::string digits = std::to_string(1000 + person).substr(1);
    RowBuilder report = test::report((person % 2 ? "a:" : "b:") + digits);
    report.code(Trait::sex, one_of(sexes, draw(1)))
        .number(Trait::age, static_cast<double>(18 + draw(2) % 50))
        .number(Trait::stature, static_cast<double>(150 + draw(3) % 35))
        .date(Trait::event_date, day_of_2020(draw(4)))
        .value(Trait::place_last_seen, place_of(draw(5)))
        .value(Trait::name, name_of(draw(6)))
        .code(Trait::hair_colour, one_of(hairs, draw(7)))
        .code(Trait::build, one_of(builds, draw(8)))
        .code(Trait::blood_group, person % 3 ? "O" : "A")
        .value(Trait::mark, mark_of(draw(9)))
        .value(Trait::garment, garment_of(draw(10)));
    snapshot.reports.push_back(report);
    if (person % 3 == 0) continue;  // never found
    RowBuilder body = test::remains("p:" + digits);
    const double age = static_cast<double>(18 + draw(2) % 50);
    body.code(Trait::sex, one_of(sexes, draw(1)))
        .number(Trait::age, age - 3, age + 4)
        .date(Trait::found_date,
              iso_date(*parse_iso_date(day_of_2020(draw(4))) + static_cast<Day>(draw(11) % 300)))
        .value(Trait::place_found, place_of(draw(person % 4 ? 5 : 12)))
        .code(Trait::condition, one_of(conditions, draw(13)));
    if (person % 5) body.number(Trait::stature, static_cast<double>(151 + draw(3) % 35));
    if (person % 4 == 1) body.value(Trait::name, name_of(draw(6)));
    if (person % 2) body.value(Trait::mark, mark_of(draw(9)));
    if (person % 7) body.value(Trait::garment, garment_of(draw(10)));
    if (person % 6) body.code(Trait::hair_colour, one_of(hairs, draw(7)));
    snapshot.remains.push_back(body);
  }
  return snapshot;
}

TEST(GoldenRun, IsTheSameToTheBitEverywhere) {
  const Snapshot snapshot = made_up_snapshot();
  MatchOptions options;
  const ReferenceSet reference = estimate_reference(snapshot, options.parameters);
  Progress silent;
  std::string digest;
  for (const int threads : {1, 2, 3}) {
    options.threads = threads;
    const auto run = match(snapshot, reference, options, silent);
    ASSERT_TRUE(run.ok());
    if (digest.empty()) digest = run.value().digest;
    EXPECT_EQ(run.value().digest, digest) << threads << " threads";
  }
  EXPECT_EQ(digest, "4259b3553bc7b0e0e810a7b4a5a40dd6fb291dd61b6f1b8f2e8ca65cf713d877");
}

}  // namespace
}  // namespace confronta
