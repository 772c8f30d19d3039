#include "bench/world/oracle/names.h"

#include "bench/world/rates.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

double shortens(int given) { return first_token(given) == none ? 0 : rates::only_first_given; }

double surname(int name) { return surname_list().probability[name]; }

// Surnames as written by two clerks of one person, over the product of frequencies.
double surname_likeness(int a, int b) {
  if (a == none || b == none) return 1;
  const double kept = (1 - rates::name_other) * (1 - rates::name_other);
  return (a == b ? kept / surname(a) : 0) + 1 - kept;
}

}  // namespace

NameOracle::NameOracle(const OracleRecords& records) : records_(records) {
  const std::size_t men = given_list(0).names.size(), all = men + given_list(1).names.size();
  shortened_.assign(all, 0);
  for (int sex = 0; sex < 2; ++sex) {
    truth_[sex].assign(all, 0);
    written_[sex].assign(all, 0);
    for (std::size_t i = 0; i < given_list(sex).names.size(); ++i) {
      const int name = static_cast<int>(i + (sex == 0 ? 0 : men));
      const double p = given_list(sex).probability[i];
      truth_[sex][name] = p;
      written_[sex][name] += p * (1 - shortens(name));
      if (const int first = first_token(name); first != none) {
        written_[sex][first] += p * shortens(name);
        shortened_[first] += p;
      }
    }
  }
}

double NameOracle::given(int sex, int name) const {
  const double anybody = (truth_[0][name] + truth_[1][name]) / 2;
  return (1 - rates::name_other) * written_[sex][name] + rates::name_other * anybody;
}

double NameOracle::name_given_sex(int sex, const NameNote& name) const {
  return given(sex, name.given) * surname(name.first_surname) *
         (name.second_surname == none ? 1 : surname(name.second_surname));
}

double NameOracle::name_of_anybody(const NameNote& name) const {
  return (name_given_sex(0, name) + name_given_sex(1, name)) / 2;
}

double NameOracle::both_names(int sex, const NameNote& a, const NameNote& b) const {
  // The given name as both clerks kept it: the same, or its first token on one side or on both.
  const int x = a.given, y = b.given;
  double kept = 0;
  if (x == y) {
    const double whole_name = 1 - shortens(x);
    kept += truth_[sex][x] * whole_name * whole_name;
    if (given_sex(x) == sex)
      kept += shortened_[x] * rates::only_first_given * rates::only_first_given;
  } else if (first_token(x) == y) {
    kept += truth_[sex][x] * (1 - shortens(x)) * shortens(x);
  } else if (first_token(y) == x) {
    kept += truth_[sex][y] * (1 - shortens(y)) * shortens(y);
  }
  const double other = rates::name_other;
  const double any_x = (truth_[0][x] + truth_[1][x]) / 2, any_y = (truth_[0][y] + truth_[1][y]) / 2;
  const double given_names =
      (1 - other) * (1 - other) * kept + (1 - other) * other * written_[sex][x] * any_y +
      other * (1 - other) * any_x * written_[sex][y] + other * other * any_x * any_y;
  return given_names / (given(sex, x) * given(sex, y)) *
         surname_likeness(a.first_surname, b.first_surname) *
         surname_likeness(a.second_surname, b.second_surname);
}

double NameOracle::name_is_right(std::size_t remains) const {
  const auto& note = records_.remains[remains];
  if (note.curp_of != none) return 1;  // only the body's own document gives its CURP
  if (note.basis == by_document) {
    const double own = rates::document_is_own * (1 - rates::curp_with_document);
    return own / (own + 1 - rates::document_is_own);
  }
  if (note.basis != no_basis) return rates::name_is_right;
  const double documents = rates::body_named_document, others = rates::body_named_otherwise;
  return (documents * rates::document_is_own + others * rates::name_is_right) /
         (documents + others);
}

void NameOracle::report_emission(std::size_t report, PerGroup& p) const {
  const NameNote& name = records_.reports[report].name.meant;
  for (int i = 0; i < group_states; ++i) p[i] *= given(i / age_group_count, name.given);
}

void NameOracle::remains_emission(std::size_t remains, PerGroup& p) const {
  const auto& note = records_.remains[remains];
  if (note.names.empty()) return;
  const double right = name_is_right(remains);
  for (int sex = 0; sex < 2; ++sex) {
    double of_own = 0;
    for (const auto& name : note.names)
      of_own += name_given_sex(sex, name.meant) / name_of_anybody(name.meant);
    const double ratio = right * of_own / static_cast<double>(note.names.size()) + 1 - right;
    for (int g = 0; g < age_group_count; ++g) p[group_state(sex, g)] *= ratio;
  }
}

void NameOracle::couple(std::size_t report, std::size_t remains, PerGroup& c) const {
  const auto& left = records_.reports[report];
  const auto& right = records_.remains[remains];
  double certain = 1;
  if (left.curp_of != none && right.curp_of != none)
    certain *= left.curp_of == right.curp_of ? 1e8 : 1e-6;
  if (left.curp_of != none && right.print_result == 0)
    certain *= left.curp_of == right.print_of ? 1e8 : 1 - rates::fingerprint_right;
  if (right.names.empty() && certain == 1) return;
  const double own = right.names.empty() ? 0 : name_is_right(remains);
  for (int sex = 0; sex < 2; ++sex) {
    double ratio = certain;
    if (!right.names.empty()) {
      double one = 0, both = 0;
      for (const auto& name : right.names) {
        const double relative = name_given_sex(sex, name.meant) / name_of_anybody(name.meant);
        one += relative;
        both += relative * both_names(sex, left.name.meant, name.meant);
      }
      const auto n = static_cast<double>(right.names.size());
      ratio *= (own * both / n + 1 - own) / (own * one / n + 1 - own);
    }
    for (int g = 0; g < age_group_count; ++g) c[group_state(sex, g)] *= ratio;
  }
}

}  // namespace confronta::world
