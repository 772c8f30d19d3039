// Identifiers: keys of a person (CURP, voter key, RFC) and folios (FUB, search notice, case file).
// docs/method/identifiers.md.

#include <algorithm>
#include <array>
#include <map>

#include "models/evidence/common/findings.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/identifiers/coded.h"
#include "models/evidence/identifiers/weights.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory identifiers_model();
namespace {

constexpr std::array<Trait, 1> traits{Trait::identifier};
constexpr unsigned personal_mask = (1U << personal_keys) - 1;
/// A case file is of what was found at one place on one day, whoever it was: among parts it only
/// repeats what the models of place and dates count.
constexpr unsigned of_the_finding = 1U << static_cast<unsigned>(IdentifierType::case_file) |
                                    1U << static_cast<unsigned>(IdentifierType::other);
constexpr std::array<std::string_view, key_agreements> agreement_words{"different", "close", "stem",
                                                                       "equal"};

/// What one type of identifier says of a pair.
struct Compared {
  std::size_t type;
  KeyAgreement agreement;
  Context surnames = Context::absent;
  Context births = Context::absent;
  Score score;
};

Score weight(const KeyChances& chances, KeyAgreement agreement) {
  const auto c = static_cast<std::size_t>(agreement);
  return Score::from_log10(portable_log10(chances.same[c] / chances.other[c]));
}

class IdentifiersEvidence final : public Evidence {
 public:
  explicit IdentifiersEvidence(const Preparation& p)
      : left_table_(p.left),
        right_table_(p.right),
        parameters_(p.parameters),
        relation_(p.relation),
        repeated_(p.reference.find(table_name(p.relation, "identifiers.repeated"))),
        values_(p.left, p.right),
        compared_(p.relation == Relation::part ? ~of_the_finding : ~0U),
        left_(values_.code(p.left)),
        right_(values_.code(p.right)) {
    for (const CodedIdentifiers& row : right_)
      right_types_.push_back(static_cast<std::uint8_t>(row.types & compared_));
    for (std::size_t type = 0; type < personal_keys; ++type) {
      related_[type] = related_keys(type, values_.of(type));
      for (std::size_t s = 0; s < contexts; ++s)
        for (std::size_t b = 0; b < contexts; ++b) {
          const KeyChances chances = personal_key_chances(
              parameters_, type, static_cast<Context>(s), static_cast<Context>(b));
          for (std::size_t a = 0; a < key_agreements; ++a)
            personal_[type][s][b][a] = weight(chances, static_cast<KeyAgreement>(a));
        }
    }
    post();
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    const CodedIdentifiers& a = left_[left];
    if (a.types == 0) return;
    for (std::size_t k = 0; k < right.size(); ++k)
      if ((a.types & right_types_[right[k]]) != 0)
        compare(a, right_[right[k]], [&](const Compared& c) { sum[k] += c.score; });
  }

  Finding explain(RowId left, RowId right) const override;

  Score sparse_ceiling(RowId /*left*/) const override { return ceiling_; }

  void positives(RowId left, std::vector<RowId>& right) const override {
    std::vector<RowId> found;
    const auto take = [&](std::size_t type, std::uint32_t number) {
      const auto& rows = posted_[type][number];
      found.insert(found.end(), rows.begin(), rows.end());
    };
    for (std::size_t type = 0; type < identifier_types; ++type)
      for (const CodedValue& value : left_[left].values[type]) {
        take(type, value.number);
        if (type < personal_keys)
          for (const RelatedKey& near : related_[type][value.number]) take(type, near.number);
      }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    right.insert(right.end(), found.begin(), found.end());
  }

 private:
  /// Tells what each type that both records have says.
  template <class Tell>
  void compare(const CodedIdentifiers& a, const CodedIdentifiers& b, const Tell& tell) const {
    const unsigned types = a.types & b.types & compared_;
    if ((types & personal_mask) != 0) {
      std::size_t type = 0;
      while ((types >> type & 1U) == 0) ++type;
      Compared c{
          type, personal_agreement(type, a, b), surname_context(a, b), birth_context(a, b), {}};
      c.score =
          personal_[type][static_cast<std::size_t>(c.surnames)][static_cast<std::size_t>(c.births)]
                   [static_cast<std::size_t>(c.agreement)];
      tell(c);
    }
    for (std::size_t type = personal_keys; type < identifier_types; ++type)
      if ((types >> type & 1U) != 0 && comparable(type, a, b)) tell(folio(type, a, b));
  }

  /// The best agreement of any two values: two keys of one record are two spellings of one.
  KeyAgreement personal_agreement(std::size_t type, const CodedIdentifiers& a,
                                  const CodedIdentifiers& b) const {
    auto best = KeyAgreement::different;
    for (const CodedValue& x : a.values[type])
      for (const CodedValue& y : b.values[type]) {
        auto agreement = KeyAgreement::different;
        if (x.number == y.number) {
          agreement = x.valid && y.valid ? KeyAgreement::equal : KeyAgreement::close;
        } else {
          const auto& near = related_[type][x.number];
          const auto at =
              std::lower_bound(near.begin(), near.end(), y.number,
                               [](RelatedKey n, std::uint32_t v) { return n.number < v; });
          if (at != near.end() && at->number == y.number) agreement = at->agreement;
        }
        best = std::max(best, agreement);
      }
    return best;
  }

  /// Whether some folios of both are of one form: an expediente of a search commission and the case
  /// file of a forensic service can never be equal, so that their difference says nothing.
  static bool comparable(std::size_t type, const CodedIdentifiers& a, const CodedIdentifiers& b) {
    for (const CodedValue& x : a.values[type])
      for (const CodedValue& y : b.values[type])
        if (x.form == y.form) return true;
    return false;
  }

  Compared folio(std::size_t type, const CodedIdentifiers& a, const CodedIdentifiers& b) const {
    if (!shared_value(type, a, b))
      return {type, KeyAgreement::different, Context::absent, Context::absent, differ_[type]};
    return {type, KeyAgreement::equal, Context::absent, Context::absent,
            weight(chances_of_folio(type, a, b), KeyAgreement::equal)};
  }
  static const CodedValue* shared_value(std::size_t type, const CodedIdentifiers& a,
                                        const CodedIdentifiers& b) {
    for (const CodedValue& x : a.values[type])
      for (const CodedValue& y : b.values[type])
        if (x.number == y.number) return &x;
    return nullptr;
  }
  /// Folios that differ: their length and number hardly matter.
  KeyChances chances_of_folio(std::size_t type, const CodedIdentifiers& a,
                              const CodedIdentifiers& b) const {
    constexpr std::size_t long_enough = 32;
    const CodedValue* shared = shared_value(type, a, b);
    if (!shared) return folio_chances(parameters_, relation_, type, 0, long_enough, 1);
    const std::string& text = values_.of(type)[shared->number];
    const double share = repeated_.at(std::string{identifier_type_name(type)} + '|' + text);
    const auto pairs = static_cast<double>(a.values[type].size() * b.values[type].size());
    return folio_chances(parameters_, relation_, type, share, text.size(), pairs);
  }

  void post() {
    for (std::size_t type = 0; type < identifier_types; ++type) {
      posted_[type].resize(values_.of(type).size());
      for (RowId row = 0; row < right_.size(); ++row)
        for (const CodedValue& value : right_[row].values[type])
          posted_[type][value.number].push_back(row);
    }
    Score best_personal{};
    for (const auto& type : personal_)
      for (const auto& surnames : type)
        for (const auto& births : surnames) best_personal = std::max(best_personal, births[0]);
    ceiling_ = best_personal;
    for (std::size_t type = personal_keys; type < identifier_types; ++type) {
      differ_[type] = weight(chances_of_folio(type, {}, {}), KeyAgreement::different);
      ceiling_ += std::max(Score{}, differ_[type]);
    }
  }

  using ByAgreement = std::array<Score, key_agreements>;
  const TraitTable& left_table_;
  const TraitTable& right_table_;
  Parameters parameters_;
  Relation relation_;
  const ReferenceTable& repeated_;
  IdentifierValues values_;
  unsigned compared_;  // bit set of the types that speak in this relation
  std::vector<CodedIdentifiers> left_;
  std::vector<CodedIdentifiers> right_;
  std::vector<std::uint8_t> right_types_;
  std::array<std::vector<std::vector<RelatedKey>>, personal_keys> related_;
  std::array<std::array<std::array<ByAgreement, contexts>, contexts>, personal_keys> personal_{};
  std::array<Score, identifier_types> differ_{};
  std::array<std::vector<std::vector<RowId>>, identifier_types> posted_;
  Score ceiling_;
};

Finding IdentifiersEvidence::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, traits, right_table_, right, traits);
  const CodedIdentifiers& a = left_[left];
  const CodedIdentifiers& b = right_[right];
  if (a.types == 0 || b.types == 0) return missing(std::move(finding), Trait::identifier);
  if ((a.types & b.types & compared_) == 0) {
    finding.reason = "identifiers.no_common_type";
    return finding;
  }
  bool compared = false;
  compare(a, b, [&](const Compared& c) {
    compared = true;
    Finding detail;
    detail.score = c.score;
    detail.reason =
        "identifiers." + std::string{agreement_words[static_cast<std::size_t>(c.agreement)]};
    detail.arguments = {"@identifier." + std::string{identifier_type_name(c.type)}};
    const KeyChances chances = c.type < personal_keys
                                   ? personal_key_chances(parameters_, c.type, c.surnames, c.births)
                                   : chances_of_folio(c.type, a, b);
    detail.p_h1 = chances.same[static_cast<std::size_t>(c.agreement)];
    detail.p_h2 = chances.other[static_cast<std::size_t>(c.agreement)];
    finding.details.push_back(std::move(detail));
    finding.score += c.score;
    if (c.surnames != Context::agree && c.births != Context::agree) return;
    Finding note;
    note.reason = "identifiers.not_twice";
    finding.details.push_back(std::move(note));
  });
  finding.reason =
      compared ? leaning("identifiers", finding.score) : std::string{"identifiers.no_common_type"};
  return finding;
}

/// Values that several records of the right side carry: not the mark of one person. Between two
/// sides of one table two records may be the very duplicates that are looked for.
void estimate(const Estimation& e, ReferenceSet& reference) {
  std::map<std::string, double> records;
  double all = 0;
  for (RowId row = 0; row < e.right.size(); ++row) {
    const auto identifiers = observed_values<Identifier>(e.right, row, Trait::identifier);
    if (!identifiers.empty()) all += 1;
    for (const Identifier* identifier : identifiers)
      records[identifier->type + '|' + identifier->value] += 1;
  }
  ReferenceTable table;
  table.count = all;
  table.origin = "estimated";
  const double expected = is_symmetric(e.relation) ? 2 : 1;
  for (const auto& [key, n] : records)
    if (n > expected) table.numbers[key] = n / all;
  reference.table(table_name(e.relation, "identifiers.repeated")) = std::move(table);
}

std::unique_ptr<Evidence> prepare(const Preparation& p) {
  return std::make_unique<IdentifiersEvidence>(p);
}

}  // namespace

ModelFactory identifiers_model() { return {estimate, prepare}; }

}  // namespace confronta
