#pragma once
// What the tests of evidence models share: rows in a few words, a model prepared on them, and the
// sum that every likelihood ratio must pass.

#include <gtest/gtest.h>

#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta::test {

/// A row of a table, one observation a call: report("A:1").code(Trait::sex, "male").
class RowBuilder {
 public:
  RowBuilder(std::string id, SubjectKind kind) {
    row_.id = std::move(id);
    row_.kind = kind;
  }
  RowBuilder& value(Trait trait, Value value) {
    row_.observations.push_back({trait, ObservationState::observed, std::move(value), {}});
    return *this;
  }
  RowBuilder& state(Trait trait, ObservationState state) {
    row_.observations.push_back({trait, state, {}, {}});
    return *this;
  }
  RowBuilder& code(Trait trait, std::string_view word) {
    return value(trait, Code{std::string{word}});
  }
  RowBuilder& number(Trait trait, double low, double high) {
    return value(trait, Interval{low, high});
  }
  RowBuilder& number(Trait trait, double exact) { return number(trait, exact, exact); }
  RowBuilder& text(Trait trait, std::string_view text) {
    return value(trait, Text{std::string{text}});
  }
  /// Days as "YYYY-MM-DD"; a text that is no date fails the test.
  RowBuilder& date(Trait trait, std::string_view from, std::string_view to) {
    const auto first = parse_iso_date(from);
    const auto last = parse_iso_date(to);
    EXPECT_TRUE(first && last) << from << ' ' << to;
    return value(trait, DateInterval{first.value_or(0), last.value_or(0)});
  }
  RowBuilder& date(Trait trait, std::string_view day) { return date(trait, day, day); }

  operator TraitTable::Row() const { return row_; }  // NOLINT(*-explicit-*)

 private:
  TraitTable::Row row_;
};

inline RowBuilder report(std::string id) { return {std::move(id), SubjectKind::report}; }
inline RowBuilder remains(std::string id) { return {std::move(id), SubjectKind::remains}; }

inline TraitTable table_of(std::initializer_list<TraitTable::Row> rows) {
  return TraitTable{std::vector<TraitTable::Row>{rows}};
}

/// A registered model with its reference, prepared for one relation. The tables must outlive it.
struct PreparedModel {
  ReferenceSet reference;
  std::unique_ptr<Evidence> evidence;
};

inline const RegisteredModel& model_named(std::string_view name) {
  for (const RegisteredModel& model : evidence_models())
    if (model.name == name) return model;
  ADD_FAILURE() << "no registered model " << name;
  return evidence_models().front();
}

/// The model on a reference that was estimated elsewhere, or on an empty one (its fallbacks).
inline PreparedModel prepare_with(std::string_view name, Relation relation, const TraitTable& left,
                                  const TraitTable& right, ReferenceSet reference,
                                  const Parameters& parameters = {}) {
  PreparedModel model{std::move(reference), nullptr};
  model.evidence = model_named(name).factory.prepare(
      Preparation{left, right, relation, model.reference, parameters});
  return model;
}

/// The model on a reference that it estimates from the same tables.
inline PreparedModel prepare(std::string_view name, Relation relation, const TraitTable& left,
                             const TraitTable& right, const Parameters& parameters = {}) {
  ReferenceSet reference;
  model_named(name).factory.estimate(Estimation{left, right, relation, parameters}, reference);
  return prepare_with(name, relation, left, right, std::move(reference), parameters);
}

/// The score that add gives to one pair.
inline Score score_of(const Evidence& evidence, RowId left, RowId right) {
  Score sum{};
  evidence.add(left, std::span<const RowId>{&right, 1}, std::span<Score>{&sum, 1});
  return sum;
}

inline double lr_of(const Evidence& evidence, RowId left, RowId right) {
  return portable_pow(10, score_of(evidence, left, right).log10());
}

/// sum_j w_j LR(left, j) over the rows of `right` that `counts` accepts (all, if it is empty), each
/// with the same weight: 1 for a model whose denominator is right, whatever the left row.
inline double sum_over_reference(const Evidence& evidence, RowId left, const TraitTable& right,
                                 const std::function<bool(RowId)>& counts = {}) {
  std::vector<RowId> rows;
  for (RowId row = 0; row < right.size(); ++row)
    if (!counts || counts(row)) rows.push_back(row);
  std::vector<Score> scores(rows.size());
  evidence.add(left, rows, scores);
  double sum = 0;
  for (const Score score : scores) sum += portable_pow(10, score.log10());
  return sum / static_cast<double>(rows.size());
}

/// Every pair's explanation has the score of add and a reason. For symmetric relations the pairs
/// with left < right only.
inline void expect_explained(const Evidence& evidence, const TraitTable& left,
                             const TraitTable& right, bool symmetric = false) {
  for (RowId l = 0; l < left.size(); ++l)
    for (RowId r = symmetric ? l + 1 : 0; r < right.size(); ++r) {
      const Finding finding = evidence.explain(l, r);
      ASSERT_EQ(finding.score, score_of(evidence, l, r)) << left.id(l) << " - " << right.id(r);
      ASSERT_FALSE(finding.reason.empty()) << left.id(l) << " - " << right.id(r);
    }
}

}  // namespace confronta::test
