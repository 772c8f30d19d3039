#pragma once
// A review over 30 reports and 30 remains, each with a tattoo that one of the other side has too,
// and what a reviewer asks of it.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "engine/store/reviews.h"
#include "engine/store/runs.h"
#include "engine/store/subjects.h"
#include "tests/app/review/support/review_house.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta::test {

inline Observation observed(Trait trait, Value value, const char* column) {
  Observation o;
  o.trait = trait;
  o.value = std::move(value);
  o.from = {0, 2, "", column};
  return o;
}

inline Record person(const std::string& id, SubjectKind kind, const std::string& sex, double age,
                     const std::string& tattoo) {
  Record record = report(id, "raw row of " + id);
  record.kind = kind;
  record.observations = {
      observed(Trait::sex, Code{sex}, "SEXO"), observed(Trait::age, Interval{age, age + 1}, "EDAD"),
      observed(Trait::mark, Mark{"tattoo", "forearm", "left", "", {"rose"}, tattoo, ""},
               "TATUAJES")};
  return record;
}

/// What the tattoo of each says: nothing like the others'.
inline constexpr const char* words[30] = {
    "ROSALBA", "TIGRE",    "FENIX",   "ESCORPION", "LUNA",      "GUADALUPE", "BUHO", "CAMPEON",
    "DRAGON",  "ESTRELLA", "HALCON",  "IXCHEL",    "JAGUAR",    "KARINA",    "LOBO", "MADRE",
    "NOPAL",   "OAXACA",   "PANTERA", "QUETZAL",   "RELAMPAGO", "SIRENA",    "TORO", "UNICORNIO",
    "VENADO",  "XOLO",     "YAQUI",   "ZAPATA",    "CRUZ",      "HERMANOS"};

inline void import_records(Store& store, const std::string& source,
                           const std::vector<Record>& records) {
  const auto counts = import_file(store, header(source), records);
  ASSERT_TRUE(counts.ok()) << counts.error().code;
}

/// Publishes a run over what the store holds now.
inline void match_again(ReviewHouse& house) {
  const auto store = house.context().writer();
  const Snapshot snapshot = read_snapshot(*store).value();
  MatchOptions options;
  options.decisions = read_decisions_in(*store).value().pairs;
  auto reference = read_reference(*store).value();
  if (!reference) {
    reference = estimate_reference(snapshot, options.parameters);
    ASSERT_TRUE(save_reference(*store, *reference, "2026-11-24T12:00:00Z").ok());
  }
  Progress quiet;
  const auto run = match(snapshot, *reference, options, quiet);
  ASSERT_TRUE(run.ok());
  ASSERT_TRUE(publish_run(*store, run.value(), house.context().instant(), 1).ok());
}

/// The bytes of a store with the 60 records and one run; made when first asked for.
inline const std::string& matched_store() {
  static const std::string bytes = [] {
    ReviewHouse house{"", "matched_store"};
    std::vector<Record> reports, remains;
    for (int i = 0; i < 30; ++i) {
      const std::string n = std::to_string(100 + i);
      const char* sex = i % 2 == 0 ? "male" : "female";
      reports.push_back(person("rep:" + n, SubjectKind::report, sex, 20 + i, words[i]));
      remains.push_back(person("pm:" + n, SubjectKind::remains, sex, 20 + i, words[i]));
    }
    {
      const auto store = house.context().writer();
      import_records(*store, "rep", reports);
      import_records(*store, "pm", remains);
    }
    match_again(house);
    return house.store_when_closed();
  }();
  return bytes;
}

class ReviewFlow : public ::testing::Test {
 protected:
  void match_again() { test::match_again(house_); }

  review::ApiResponse ask(const std::string& who, review::Method method,
                          std::vector<std::string> path,
                          const nlohmann::json& body = nlohmann::json::object(),
                          std::map<std::string, std::string> query = {}) {
    house_.now += 1;
    review::ApiRequest request = house_.request(method, std::move(path), body.dump(), who);
    request.who.role = who == "carla" ? review::Role::coordinator : review::Role::reviewer;
    request.who.single_user = false;
    request.query = std::move(query);
    return house_.ask(request);
  }
  nlohmann::json get(const std::string& who, std::vector<std::string> path,
                     std::map<std::string, std::string> query = {}) {
    return json_of(
        ask(who, review::Method::get, std::move(path), nlohmann::json::object(), std::move(query)));
  }
  review::ApiResponse opine(const std::string& who, const std::string& opinion) {
    return ask(who, review::Method::post, {"pairs", key_, "opinion"}, {{"opinion", opinion}});
  }
  review::ApiResponse decide(const std::string& who, const std::string& decision,
                             const std::vector<std::string>& reasons) {
    const nlohmann::json seen = get(who, {"pairs", key_})["newest"];
    return ask(who, review::Method::post, {"pairs", key_, "decision"},
               {{"decision", decision}, {"reasons", reasons}, {"based_on", seen}});
  }

  ReviewHouse house_{matched_store()};
  std::string key_ = "rep:105|pm:105";
};

}  // namespace confronta::test
