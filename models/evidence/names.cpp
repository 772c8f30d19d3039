// Names: the name of a report against the probable names of remains, and names of two reports or
// two bodies. docs/method/names.md.

#include <array>

#include "models/evidence/common/findings.h"
#include "models/evidence/names/coded.h"
#include "models/evidence/names/field.h"
#include "models/evidence/names/frequencies.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory names_model();
namespace {

constexpr std::array<Trait, 1> traits{Trait::name};
/// Below this many right rows, a table over the vocabulary costs more than it saves.
constexpr std::size_t few_rows = 256;

/// The agreements of the fields of two names; `crossed` reads the right surnames in reverse.
struct Agreements {
  Agreement first, second, first_crossed, second_crossed, given;
};

/// Measured errors between two registers joined by folio, raised by the factor for records that
/// nothing joined beforehand.
AgreementRates rates_of(const Parameters& p, const std::string& field) {
  AgreementRates rates{};
  const auto set = [&](Agreement agreement, double rate) {
    rates[static_cast<std::size_t>(agreement)] = rate;
  };
  const double inflation = p["names.error_inflation"];
  set(Agreement::close, inflation * p["names." + field + "_close"]);
  set(Agreement::similar, inflation * p["names." + field + "_similar"]);
  set(Agreement::different, inflation * p["names." + field + "_different"]);
  if (field == "given") {
    set(Agreement::shared, inflation * p["names.given_shared"]);
    set(Agreement::partial, p["names.given_partial"]);
    set(Agreement::nickname, p["names.given_nickname"]);
  }
  double errors = 0;
  for (const double rate : rates) errors += rate;
  set(Agreement::exact, 1 - errors);
  return rates;
}

NameFrequencies frequencies_of(const Preparation& p) {
  const auto find = [&](std::string_view name) {
    return p.reference.find(table_name(p.relation, name));
  };
  NameFrequencies frequencies{find("names.surname"), find("names.given"), find("names.given_male"),
                              find("names.given_female")};
  const bool estimated = !frequencies.surname.numbers.empty();
  return estimated ? frequencies : name_frequencies({}, p.parameters);
}

class NamesEvidence final : public Evidence {
 public:
  NamesEvidence(const Preparation& p, const NameFrequencies& f, const NameVocabulary& vocabulary)
      : left_table_(p.left),
        right_table_(p.right),
        left_(coded_names(p.left, vocabulary)),
        right_(coded_names(p.right, vocabulary)),
        surnames_(vocabulary.surnames,
                  surname_neighbours(vocabulary.surnames, wanted(vocabulary.surnames, false)),
                  std::array{f.surname.numbers}, rates_of(p.parameters, "surname")),
        given_(vocabulary.given, given_neighbours(vocabulary.given, wanted(vocabulary.given, true)),
               std::array{f.given.numbers, f.given_male.numbers, f.given_female.numbers},
               rates_of(p.parameters, "given")),
        surname_count_(vocabulary.surnames.count()),
        given_count_(vocabulary.given.count()),
        swapped_(p.parameters["names.swapped"]) {
    // Who may bear another's name: a body (by what the name rests on), two bodies, or a report.
    for (std::size_t l = 0; l < name_bases.size(); ++l)
      for (std::size_t r = 0; r < name_bases.size(); ++r) {
        const bool both_bodies = p.relation == Relation::same_body || p.relation == Relation::part;
        const double left = both_bodies ? wrong(p, l) : 0;
        wrong_[l][r] = p.relation == Relation::duplicate ? p.parameters["names.wrong_report"]
                                                         : 1 - (1 - left) * (1 - wrong(p, r));
      }
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override;
  Finding explain(RowId left, RowId right) const override;

 private:
  static double wrong(const Preparation& p, std::size_t basis) {
    return p.parameters["names.wrong_" + std::string{basis ? name_bases[basis] : "unknown"}];
  }
  std::vector<bool> wanted(const FieldWords& words, bool given) const {
    std::vector<bool> entries(words.count(), false);
    const auto want = [&](const CodedName& name) {
      if (given) {
        entries[name.given] = true;
      } else {
        entries[name.first] = entries[name.second] = true;
      }
    };
    for (const CodedRow& row : left_.rows) want(row.name);
    for (const CodedName& name : left_.others) want(name);
    entries[0] = false;
    return entries;
  }

  Agreements compare(const CodedName& a, const CodedName& b) const {
    return {surnames_.agreement(a.first, b.first), surnames_.agreement(a.second, b.second),
            surnames_.agreement(a.first, b.second), surnames_.agreement(a.second, b.first),
            given_.agreement(a.given, b.given)};
  }
  double surname_ratio(const CodedName& a, const Agreements& g) const {
    const double in_order =
        surnames_.ratio(a.first, 0, g.first) * surnames_.ratio(a.second, 0, g.second);
    const double crossed = surnames_.ratio(a.first, 0, g.first_crossed) *
                           surnames_.ratio(a.second, 0, g.second_crossed);
    return (1 - swapped_) * in_order + swapped_ * crossed;
  }
  /// LR of one name on either side; with `wrong` the body's is somebody else's and says nothing.
  double ratio(const CodedName& a, const CodedName& b, const Agreements& g, std::size_t sex) const {
    const double wrong = wrong_[a.basis][b.basis];
    return (1 - wrong) * surname_ratio(a, g) * given_.ratio(a.given, sex, g.given) + wrong;
  }
  /// The mean over the names of both sides: one of them is the person's, nobody knows which.
  template <class Compare>
  Score score(const CodedRow& a, const CodedRow& b, const Compare& agreements) const {
    double sum = 0;
    for (std::size_t i = 0; i < a.count; ++i)
      for (std::size_t j = 0; j < b.count; ++j) {
        const CodedName& x = left_.name(a, i);
        const CodedName& y = right_.name(b, j);
        sum += ratio(x, y, agreements(i, x, y), b.sex);
      }
    return Score::from_log10(portable_log10(sum / (a.count * b.count)));
  }
  Score score(const CodedRow& a, const CodedRow& b) const {
    if (a.count == 0 || b.count == 0) return Score{};
    return score(
        a, b, [&](std::size_t, const CodedName& x, const CodedName& y) { return compare(x, y); });
  }
  static Finding field(const char* reason, Agreement agreement, double rate, double ratio,
                       const std::string& left, const std::string& right);

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  CodedTable left_;
  CodedTable right_;
  NameField surnames_;
  NameField given_;
  std::size_t surname_count_;
  std::size_t given_count_;
  double swapped_;
  std::array<std::array<double, name_bases.size()>, name_bases.size()> wrong_{};
};

/// One left row against the whole vocabulary: the agreement of every entry with each of its names,
/// and which entries agree with any at all.
struct LeftProfile {
  struct Fields {
    std::vector<std::uint8_t> first, second, given;
  };
  std::array<Fields, most_names> names;
  std::vector<std::uint8_t> surname_hit, given_hit;
  // The score where nothing agrees, by what the right name has, its sex and basis.
  std::array<Score, std::size_t{8} * name_sexes.size() * name_bases.size()> nothing_agrees;
};

std::size_t shape_of(const CodedRow& row) {
  const std::size_t given_fields =
      (row.name.first ? 1U : 0U) + (row.name.second ? 2U : 0U) + (row.name.given ? 4U : 0U);
  return (given_fields * name_sexes.size() + row.sex) * name_bases.size() + row.name.basis;
}

void note_hits(std::span<const std::uint8_t> agreements, std::span<std::uint8_t> hit) {
  constexpr auto different = static_cast<std::uint8_t>(Agreement::different);
  for (std::size_t w = 0; w < hit.size(); ++w) hit[w] |= agreements[w] > different ? 1 : 0;
}

void NamesEvidence::add(RowId left, std::span<const RowId> right, std::span<Score> sum) const {
  const CodedRow& a = left_.rows[left];
  if (a.count == 0) return;
  if (right.size() < few_rows) {
    for (std::size_t k = 0; k < right.size(); ++k) sum[k] += score(a, right_.rows[right[k]]);
    return;
  }
  static thread_local LeftProfile profile;
  profile.surname_hit.assign(surname_count_, 0);
  profile.given_hit.assign(given_count_, 0);
  for (std::size_t i = 0; i < a.count; ++i) {
    LeftProfile::Fields& fields = profile.names[i];
    fields.first.resize(surname_count_);
    fields.second.resize(surname_count_);
    fields.given.resize(given_count_);
    const CodedName& name = left_.name(a, i);
    surnames_.fill(name.first, fields.first);
    surnames_.fill(name.second, fields.second);
    given_.fill(name.given, fields.given);
    note_hits(fields.first, profile.surname_hit);
    note_hits(fields.second, profile.surname_hit);
    note_hits(fields.given, profile.given_hit);
  }
  const auto agreements = [&](std::size_t i, const CodedName&, const CodedName& b) {
    const LeftProfile::Fields& f = profile.names[i];
    return Agreements{
        static_cast<Agreement>(f.first[b.first]), static_cast<Agreement>(f.second[b.second]),
        static_cast<Agreement>(f.first[b.second]), static_cast<Agreement>(f.second[b.first]),
        static_cast<Agreement>(f.given[b.given])};
  };
  const auto nothing = [&](std::size_t i, const CodedName&, const CodedName& b) {
    const CodedName& x = left_.name(a, i);
    const auto of = [](std::uint32_t l, std::uint32_t r) {
      return l && r ? Agreement::different : Agreement::missing;
    };
    return Agreements{of(x.first, b.first), of(x.second, b.second), of(x.first, b.second),
                      of(x.second, b.first), of(x.given, b.given)};
  };
  for (std::uint32_t fields = 0; fields < 8; ++fields)
    for (std::size_t sex = 0; sex < name_sexes.size(); ++sex)
      for (std::size_t basis = 0; basis < name_bases.size(); ++basis) {
        const CodedRow b{
            {fields & 1U, fields >> 1 & 1U, fields >> 2, static_cast<std::uint8_t>(basis)},
            1,
            static_cast<std::uint8_t>(sex),
            0};
        profile.nothing_agrees[shape_of(b)] = score(a, b, nothing);
      }
  for (std::size_t k = 0; k < right.size(); ++k) {
    const CodedRow& b = right_.rows[right[k]];
    if (b.count == 0) continue;
    const bool agrees = (profile.surname_hit[b.name.first] | profile.surname_hit[b.name.second] |
                         profile.given_hit[b.name.given]) != 0;
    sum[k] +=
        b.count == 1 && !agrees ? profile.nothing_agrees[shape_of(b)] : score(a, b, agreements);
  }
}

/// One field of the pair: `rate` and rate / `ratio` are the probabilities of its agreement.
Finding NamesEvidence::field(const char* reason, Agreement agreement, double rate, double ratio,
                             const std::string& left, const std::string& right) {
  Finding finding;
  finding.score = Score::from_log10(portable_log10(ratio));
  finding.reason = reason;
  finding.arguments = {"@agreement." + std::string{agreement_name(agreement)},
                       left.empty() ? "-" : left, right.empty() ? "-" : right};
  if (agreement != Agreement::missing) {
    finding.p_h1 = rate;
    finding.p_h2 = rate / ratio;
  }
  return finding;
}

Finding NamesEvidence::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, traits, right_table_, right, traits);
  const CodedRow& a = left_.rows[left];
  const CodedRow& b = right_.rows[right];
  if (a.count == 0 || b.count == 0) return missing(std::move(finding), Trait::name);
  finding.score = score(a, b);

  // The pair of names that speaks loudest is the one to show.
  std::size_t best_i = 0, best_j = 0;
  double best = -1;
  for (std::size_t i = 0; i < a.count; ++i)
    for (std::size_t j = 0; j < b.count; ++j) {
      const CodedName& x = left_.name(a, i);
      const CodedName& y = right_.name(b, j);
      const double r = ratio(x, y, compare(x, y), b.sex);
      if (r > best) best = r, best_i = i, best_j = j;
    }
  const CodedName& x = left_.name(a, best_i);
  const CodedName& y = right_.name(b, best_j);
  const Agreements g = compare(x, y);
  const PersonName& said = *names_of(left_table_, left)[best_i];
  const PersonName& read = *names_of(right_table_, right)[best_j];
  const bool crossed = surnames_.ratio(x.first, 0, g.first_crossed) *
                           surnames_.ratio(x.second, 0, g.second_crossed) * swapped_ >
                       surnames_.ratio(x.first, 0, g.first) *
                           surnames_.ratio(x.second, 0, g.second) * (1 - swapped_);
  const Agreement first = crossed ? g.first_crossed : g.first;
  const Agreement second = crossed ? g.second_crossed : g.second;
  const std::string& read_first = crossed ? read.second_surname : read.first_surname;
  const std::string& read_second = crossed ? read.first_surname : read.second_surname;
  finding.details = {field("names.given", g.given, given_.rate(g.given),
                           given_.ratio(x.given, b.sex, g.given), said.given, read.given),
                     field("names.first_surname", first, surnames_.rate(first),
                           surnames_.ratio(x.first, 0, first), said.first_surname, read_first),
                     field("names.second_surname", second, surnames_.rate(second),
                           surnames_.ratio(x.second, 0, second), said.second_surname, read_second)};
  if (crossed) {
    Finding note;
    note.reason = "names.swapped";
    finding.details.push_back(std::move(note));
  }
  if (a.count * b.count > 1) {
    Finding note;
    note.reason = "names.several";
    note.arguments = {std::to_string(a.count), std::to_string(b.count)};
    finding.details.push_back(std::move(note));
  }
  finding.reason = leaning("names", finding.score);
  finding.arguments = {"@name_basis." + std::string{y.basis ? name_bases[y.basis] : "unknown"}};
  if (right_table_.row(right).kind == SubjectKind::report) {
    finding.reason = leaning("names.reports", finding.score);
    finding.arguments.clear();
  }
  return finding;
}

void estimate(const Estimation& e, ReferenceSet& reference) {
  std::vector<const TraitTable*> tables{&e.left};
  if (!is_symmetric(e.relation)) tables.push_back(&e.right);
  NameFrequencies frequencies = name_frequencies(tables, e.parameters);
  const auto put = [&](std::string_view name, ReferenceTable table) {
    reference.table(table_name(e.relation, name)) = std::move(table);
  };
  put("names.surname", std::move(frequencies.surname));
  put("names.given", std::move(frequencies.given));
  put("names.given_male", std::move(frequencies.given_male));
  put("names.given_female", std::move(frequencies.given_female));
}

std::unique_ptr<Evidence> prepare(const Preparation& p) {
  const NameFrequencies frequencies = frequencies_of(p);
  return std::make_unique<NamesEvidence>(p, frequencies,
                                         name_vocabulary(frequencies, p.left, p.right));
}

}  // namespace

ModelFactory names_model() { return {estimate, prepare}; }

}  // namespace confronta
