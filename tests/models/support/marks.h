#pragma once
// A small world of marks with known shares, for the tests of the model of marks.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/common/mark_model.h"
#include "models/stats/portable_math.h"
#include "tests/models/support/tables.h"

namespace confronta::test {

// An id that sorts by number.
inline std::string numbered(std::string_view prefix, std::size_t i) {
  const std::string digits = std::to_string(i);
  return std::string{prefix} + std::string(7 - digits.size(), '0') + digits;
}

// The scores of one left row against all right rows, which a model may compute otherwise than those
// of single pairs.
inline std::vector<Score> scores(const Evidence& evidence, RowId left, RowId right_rows) {
  std::vector<RowId> all(right_rows);
  for (RowId i = 0; i < right_rows; ++i) all[i] = i;
  std::vector<Score> sum(right_rows);
  evidence.add(left, all, sum);
  return sum;
}

inline Mark tattoo(std::string region, std::string side, std::vector<std::string> motifs,
                   std::string text = {}) {
  return Mark{"tattoo", std::move(region), std::move(side), "", std::move(motifs), std::move(text),
              ""};
}

// A small world in which type, place and content are independent, and in which two marks can agree
// to every level that the model knows.
struct Share {
  Mark part;
  double p;
};
inline const std::vector<Share> types{{{"tattoo", "", "", "", {}, "", ""}, 0.8},
                                      {{"other", "", "", "", {}, "", ""}, 0.20}};
inline const std::vector<Share> places{
    {tattoo("forearm", "left", {}), 0.20}, {tattoo("forearm", "right", {}), 0.15},
    {tattoo("forearm", "", {}), 0.05},     {tattoo("arm", "left", {}), 0.10},
    {tattoo("arm", "right", {}), 0.08},    {tattoo("arm", "", {}), 0.02},
    {tattoo("hand", "left", {}), 0.06},    {tattoo("hand", "right", {}), 0.04},
    {tattoo("hand", "", {}), 0.02},        {tattoo("chest", "", {}), 0.28}};
inline const std::vector<Share> contents{{tattoo("", "", {"rose"}), 0.20},
                                         {tattoo("", "", {"skull"}), 0.15},
                                         {tattoo("", "", {"rose", "skull"}), 0.05},
                                         {tattoo("", "", {"letters"}), 0.08},
                                         {tattoo("", "", {}), 0.10},
                                         {tattoo("", "", {"star", "letters"}), 0.02},
                                         {tattoo("", "", {"star"}, "KARLA"), 0.03},
                                         {tattoo("", "", {}, "KARLA"), 0.05},
                                         {tattoo("", "", {"star"}, "CARLA"), 0.02},
                                         {tattoo("", "", {}, "KARLA Y LUIS"), 0.02},
                                         {tattoo("", "", {}, "LUIS SOTO"), 0.03},
                                         {tattoo("", "", {"star"}), 0.05},
                                         {tattoo("", "", {}, "JESUS"), 0.20}};

inline std::vector<Share> all_marks() {
  std::vector<Share> marks;
  for (const Share& type : types)
    for (const Share& place : places)
      for (const Share& content : contents) {
        Mark mark = content.part;
        mark.type = type.part.type;
        mark.region = place.part.region;
        mark.side = place.part.side;
        marks.push_back({mark, type.p * place.p * content.p});
      }
  return marks;
}

// A reference of a hundred million bodies with exactly those shares, so that smoothing does not
// show.
inline ReferenceSet exact_reference(const std::vector<double>& listing) {
  ReferenceSet reference;
  const double bodies = 1e8;
  const auto table = [&](const std::string& name) -> ReferenceTable& {
    return reference.table(table_name(Relation::identity, "marks." + name));
  };
  table("count.fresh.whole").numbers["records"] = bodies;
  for (std::size_t k = 0; k < listing.size(); ++k)
    table("count.fresh.whole").numbers[std::to_string(k)] = bodies * listing[k];
  for (const auto& [mark, share] : all_marks()) {
    const std::string family = mark.type == "tattoo" ? "tattoo" : "other";
    table("type.fresh").numbers[mark.type] += bodies * share;
    table("place." + family).numbers[place_key(place_code(mark.region, mark.side))] +=
        bodies * share;
    table("content." + family).numbers[content_key(mark)] += bodies * share;
  }
  return reference;
}

struct Prepared {
  TraitTable left, right;
  ReferenceSet reference;
  Parameters parameters;
  Relation relation = Relation::identity;
  std::unique_ptr<Evidence> evidence;

  void prepare() {
    evidence = model_named("marks").factory.prepare({left, right, relation, reference, parameters});
  }
  void estimate() {
    model_named("marks").factory.estimate({left, right, relation, parameters}, reference);
  }
  double bans(RowId l = 0, RowId r = 0) const { return score_of(*evidence, l, r).log10(); }
};

inline RowBuilder marked(RowBuilder row, const std::vector<Value>& marks) {
  for (const Value& mark : marks) row.value(Trait::mark, mark);
  return row;
}
inline RowBuilder report(std::string id, const std::vector<Value>& marks) {
  return marked(report(std::move(id)), marks);
}
inline RowBuilder body(std::string id, const std::vector<Value>& marks) {
  return marked(remains(std::move(id)), marks);
}

// One pair against the reference of the vocabulary, 45 % with marks.
inline double pair_bans(TraitTable::Row left, TraitTable::Row right,
                        Relation relation = Relation::identity) {
  Prepared p;
  p.relation = relation;
  p.left = table_of({std::move(left)});
  p.right = table_of({std::move(right)});
  p.reference = exact_reference({0.55, 0.2, 0.12, 0.08, 0.05});
  if (relation != Relation::identity) p.reference = {};
  p.prepare();
  EXPECT_EQ(p.evidence->explain(0, 0).score, score_of(*p.evidence, 0, 0));
  return p.bans();
}

// Bodies drawn at random from the small world, 60 % of them with one to four marks; of the others
// half say that there are none.
inline TraitTable random_bodies(std::size_t n, std::uint32_t seed) {
  const auto next = [&seed] {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<double>(seed >> 8) / (1 << 24);
  };
  const auto marks = all_marks();
  std::vector<TraitTable::Row> rows;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<Value> values;
    const int count = next() < 0.6 ? 1 + static_cast<int>(4 * next()) : 0;
    for (int k = 0; k < count; ++k) {
      double left = next();
      std::size_t at = 0;
      while (at + 1 < marks.size() && left >= marks[at].p) left -= marks[at++].p;
      values.emplace_back(marks[at].part);
    }
    if (values.empty() && next() < 0.5) values.emplace_back(Mark{});
    rows.push_back(body(numbered("b", i), values));
  }
  return TraitTable{std::move(rows)};
}

}  // namespace confronta::test
