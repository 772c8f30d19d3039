#include "importers/genetics/dna_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/genetics/locus_names.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

enum class Role {
  sample,
  sample_of,
  kit,
  sample_file,
  sample_type,
  dropout,
  dropin,
  mt_range,
  mt_differences,
  marker,
  person,
  father,
  mother,
  sex,
  family,
  report,
  name,
  passed_over,
};

struct Word {
  Role role;
  std::string_view name;  // folded
};

// The first of a role that a table has is taken: better names stand first.
constexpr Word words_of_columns[]{
    {Role::sample, "SAMPLE"},
    {Role::sample, "SAMPLE NAME"},
    {Role::sample, "SAMPLE ID"},
    {Role::sample, "MUESTRA"},
    {Role::sample, "ID MUESTRA"},
    {Role::sample, "CLAVE MUESTRA"},
    {Role::sample, "CLAVE DE MUESTRA"},
    {Role::sample, "NOMBRE DE MUESTRA"},
    {Role::sample, "NOMBRE DE LA MUESTRA"},
    {Role::sample, "SPECIMEN"},
    {Role::sample, "SPECIMEN ID"},
    {Role::sample, "PERFIL"},
    {Role::sample, "PROFILE"},
    {Role::sample_of, "SAMPLE OF"},
    {Role::sample_of, "MUESTRA DE"},
    {Role::sample_of, "TOMADA DE"},
    {Role::sample_of, "PERSON"},
    {Role::sample_of, "PERSONA"},
    {Role::sample_of, "DONOR"},
    {Role::sample_of, "DONANTE"},
    {Role::sample_of, "INDIVIDUAL"},
    {Role::sample_of, "INDIVIDUO"},
    {Role::sample_of, "REMAINS"},
    {Role::sample_of, "RESTOS"},
    {Role::sample_of, "CUERPO"},
    {Role::sample_of, "FOLIO"},
    {Role::sample_of, "EXPEDIENTE"},
    {Role::kit, "KIT"},
    {Role::kit, "PANEL"},
    {Role::sample_file, "SAMPLE FILE"},
    {Role::sample_file, "SAMPLE FILE NAME"},
    {Role::sample_file, "ARCHIVO DE MUESTRA"},
    {Role::sample_type, "SAMPLE TYPE"},
    {Role::sample_type, "TIPO DE MUESTRA"},
    {Role::dropout, "DROPOUT"},
    {Role::dropout, "DROP OUT"},
    {Role::dropout, "PERDIDA DE ALELOS"},
    {Role::dropin, "DROPIN"},
    {Role::dropin, "DROP IN"},
    {Role::dropin, "ALELOS AJENOS"},
    {Role::mt_range, "MT RANGE"},
    {Role::mt_range, "MTDNA RANGE"},
    {Role::mt_range, "RANGO MT"},
    {Role::mt_range, "RANGO ADNMT"},
    {Role::mt_differences, "MT DIFFERENCES"},
    {Role::mt_differences, "MTDNA DIFFERENCES"},
    {Role::mt_differences, "MTDNA"},
    {Role::mt_differences, "DIFERENCIAS MT"},
    {Role::mt_differences, "DIFERENCIAS ADNMT"},
    {Role::mt_differences, "ADNMT"},
    {Role::marker, "MARKER"},
    {Role::marker, "MARKER NAME"},
    {Role::marker, "MARCADOR"},
    {Role::marker, "LOCUS"},
    {Role::marker, "SISTEMA"},
    {Role::marker, "SYSTEM"},
    {Role::person, "ID"},
    {Role::person, "PERSON"},
    {Role::person, "PERSONA"},
    {Role::person, "INDIVIDUAL"},
    {Role::person, "INDIVIDUO"},
    {Role::person, "MEMBER"},
    {Role::person, "INTEGRANTE"},
    {Role::father, "FATHER"},
    {Role::father, "PADRE"},
    {Role::father, "FID"},
    {Role::father, "FATHER ID"},
    {Role::mother, "MOTHER"},
    {Role::mother, "MADRE"},
    {Role::mother, "MID"},
    {Role::mother, "MOTHER ID"},
    {Role::sex, "SEX"},
    {Role::sex, "SEXO"},
    {Role::sex, "GENDER"},
    {Role::sex, "GENERO"},
    {Role::family, "FAMILY"},
    {Role::family, "FAMILIA"},
    {Role::family, "FAMILY ID"},
    {Role::family, "FAMID"},
    {Role::report, "REPORT"},
    {Role::report, "REPORTE"},
    {Role::report, "FOLIO REPORTE"},
    {Role::report, "FOLIO DEL REPORTE"},
    {Role::name, "NAME"},
    {Role::name, "NOMBRE"},
    {Role::name, "NOMBRE COMPLETO"},
    {Role::passed_over, "RUN NAME"},
    {Role::passed_over, "RUN"},
    {Role::passed_over, "DYE"},
    {Role::passed_over, "DYE SAMPLE PEAK"},
    {Role::passed_over, "MARKER HEADER"},
    {Role::passed_over, "UD1"},
    {Role::passed_over, "UD2"},
    {Role::passed_over, "UD3"},
};

/// "Allele 1", "Alelo 2", "Height 1": the number behind one of the words; 0 if it is no such name.
int numbered(const std::string& folded, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (folded.rfind(name, 0) != 0) continue;
    std::string_view rest = std::string_view{folded}.substr(name.size());
    if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (rest.empty()) return 1;
    if (rest.size() <= 2 && rest.find_first_not_of("0123456789") == rest.npos)
      return std::stoi(std::string{rest});
  }
  return 0;
}

/// The locus that a wide table's column names, and which allele: 1, 2, or 0 for all of them:
/// "TH01", "TH01_1", "TH01 / Alelo 2", and "TH01#2" for a name that stands twice.
std::optional<std::pair<std::string, int>> locus_column(std::string_view column) {
  const auto without_separators = [](std::string_view text) {
    const std::size_t last = text.find_last_not_of("_ .-#/");
    return text.substr(0, last + 1);
  };
  if (column.size() > 2 && (column.back() == '1' || column.back() == '2')) {
    const std::string_view before = column.substr(0, column.size() - 1);
    std::string_view base = without_separators(before);
    bool parted = base.size() < before.size();
    const std::string folded = fold_words(base);
    for (const std::string_view word : {" ALLELE", " ALELO", " AL", " A"}) {
      if (folded.size() <= word.size() ||
          folded.compare(folded.size() - word.size(), word.size(), word) != 0)
        continue;
      base = without_separators(base.substr(0, base.size() - (word.size() - 1)));
      parted = true;
      break;
    }
    if (parted && names_a_locus(base)) return std::pair{std::string{base}, column.back() - '0'};
  }
  if (!names_a_locus(column)) return std::nullopt;
  return std::pair{std::string{column}, 0};
}

class Finder {
 public:
  explicit Finder(const std::vector<std::string>& columns) : columns_(columns) {
    for (const std::string& column : columns) folded_.push_back(fold_words(column));
    used_.resize(columns.size(), false);
  }

  std::optional<DnaColumns> find(std::optional<DnaLayout> wanted) {
    for (const DnaLayout layout : {DnaLayout::pedigree, DnaLayout::by_locus, DnaLayout::wide}) {
      if (wanted && *wanted != layout) continue;
      std::fill(used_.begin(), used_.end(), false);
      DnaColumns found;
      found.layout = layout;
      const bool fits = layout == DnaLayout::pedigree   ? pedigree(found)
                        : layout == DnaLayout::by_locus ? by_locus(found)
                                                        : wide(found);
      if (!fits) continue;
      for (const Word& word : words_of_columns)
        if (word.role == Role::passed_over) take(word.role);
      for (std::size_t at = 0; at < columns_.size(); ++at)
        if (!used_[at] && !columns_[at].empty()) found.unknown.push_back(static_cast<int>(at));
      return found;
    }
    return std::nullopt;
  }

 private:
  /// The first column of the role, which is then used; -1.
  int take(Role role) {
    for (const Word& word : words_of_columns) {
      if (word.role != role) continue;
      for (std::size_t at = 0; at < folded_.size(); ++at)
        if (!used_[at] && folded_[at] == word.name) {
          used_[at] = true;
          return static_cast<int>(at);
        }
    }
    return -1;
  }

  void of_a_sample(DnaColumns& found) {
    found.sample = take(Role::sample);
    found.sample_of = take(Role::sample_of);
    found.kit = take(Role::kit);
    found.sample_file = take(Role::sample_file);
    found.sample_type = take(Role::sample_type);
    found.dropout = take(Role::dropout);
    found.dropin = take(Role::dropin);
  }

  bool pedigree(DnaColumns& found) {
    found.father = take(Role::father);
    found.mother = take(Role::mother);
    found.person = take(Role::person);
    found.sex = take(Role::sex);
    found.family = take(Role::family);
    found.report = take(Role::report);
    found.name = take(Role::name);
    found.sample = take(Role::sample);
    if (found.person < 0) std::swap(found.person, found.sample);
    return found.person >= 0 && found.father >= 0 && found.mother >= 0 &&
           (found.sex >= 0 || found.family >= 0 || found.report >= 0 || found.sample >= 0);
  }

  bool by_locus(DnaColumns& found) {
    of_a_sample(found);
    found.marker = take(Role::marker);
    for (std::size_t at = 0; at < folded_.size(); ++at) {
      const int allele = numbered(folded_[at], {"ALLELE", "ALELO"});
      const int height = numbered(folded_[at], {"HEIGHT", "ALTURA", "PEAK HEIGHT"});
      const int other = numbered(folded_[at], {"SIZE", "AREA", "PEAK AREA", "DATA POINT"});
      if (allele + height + other == 0) continue;
      used_[at] = true;
      if (allele > 0) found.alleles.push_back(static_cast<int>(at));
      if (height > 0) found.heights.push_back(static_cast<int>(at));
    }
    if (found.heights.size() != found.alleles.size()) found.heights.clear();
    return found.sample >= 0 && found.marker >= 0 && !found.alleles.empty();
  }

  bool wide(DnaColumns& found) {
    of_a_sample(found);
    found.mt_range = take(Role::mt_range);
    found.mt_differences = take(Role::mt_differences);
    if (found.sample < 0) found.sample = take(Role::person);
    if (found.sample < 0) std::swap(found.sample, found.sample_of);
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      if (used_[at]) continue;
      const auto locus = locus_column(columns_[at]);
      if (!locus) continue;
      used_[at] = true;
      add_locus(found, *locus, static_cast<int>(at));
    }
    const bool mt = found.mt_range >= 0 && found.mt_differences >= 0;
    return found.sample >= 0 && (found.loci.size() >= 2 || mt);
  }

  /// Two columns are one locus if their names are one and the second is its second allele.
  static void add_locus(DnaColumns& found, const std::pair<std::string, int>& locus, int at) {
    const std::string key = locus_key(locus.first);
    for (auto& one : found.loci) {
      if (locus_key(one.locus) != key || one.columns.size() != 1 || locus.second != 2) continue;
      one.columns.push_back(at);
      one.single = true;
      return;
    }
    found.loci.push_back({locus.first, {at}, locus.second == 1});
  }

  const std::vector<std::string>& columns_;
  std::vector<std::string> folded_;
  std::vector<bool> used_;
};

}  // namespace

std::string_view layout_name(DnaLayout layout) {
  constexpr std::array<std::string_view, 3> names{"dna_profiles", "dna_profiles_by_locus",
                                                  "dna_pedigree"};
  return names[static_cast<std::size_t>(layout)];
}

std::optional<DnaLayout> layout_of_name(std::string_view name) {
  for (const DnaLayout layout : {DnaLayout::wide, DnaLayout::by_locus, DnaLayout::pedigree})
    if (layout_name(layout) == name) return layout;
  return std::nullopt;
}

std::optional<DnaColumns> dna_columns(const std::vector<std::string>& columns,
                                      std::optional<DnaLayout> wanted) {
  return Finder{columns}.find(wanted);
}

std::vector<std::string> expected_dna_columns() {
  std::vector<std::string> all{"Allele 1", "Alelo 1", "Allele1", "Alelo1", "Allele", "TH01", "FGA"};
  for (const Word& word : words_of_columns)
    if (word.role != Role::passed_over) all.emplace_back(word.name);
  return all;
}

}  // namespace confronta::importers
