// The first part of a .fam file: an ordinary case, and the database of loci.

#include <algorithm>
#include <cmath>

#include "importers/genetics/familias_file.h"
#include "importers/genetics/locus_names.h"
#include "models/domain/number_text.h"

namespace confronta::importers::familias {
namespace {

using genetics::MutationKind;
using genetics::MutationSpec;

/// With as many decimals as it needs, which are few: somebody typed it.
std::string as_written(double number) {
  std::string text = fixed_text(number, 10);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// Persons with their genotypes, as places in the database: they belong to an ordinary case.
void skip_persons(Lines& lines, Contents& contents) {
  const std::uint64_t row = lines.row();
  const int persons = lines.count();
  int typed = 0;
  for (int person = 0; person < persons; ++person) {
    lines.text();   // name
    lines.flag();   // child
    lines.skip(1);  // year of birth, and whether drop-out is considered
    lines.flag();
    lines.flag();  // male
    const int genotypes = lines.count();
    lines.skip(3 * genotypes);
    typed += genotypes > 0 ? 1 : 0;
  }
  if (typed > 0) note(contents, "familias.case_unused", {std::to_string(typed)}, row);
}

void skip_relations(Lines& lines) {
  lines.count();  // additional women
  lines.count();  // additional men
  const int relations = lines.count();
  lines.skip(2 * relations);
}

void skip_pedigrees(Lines& lines) {
  lines.literal("Known relations");
  skip_relations(lines);
  const int pedigrees = lines.count();
  for (int pedigree = 0; pedigree < pedigrees; ++pedigree) {
    lines.count();  // its number
    lines.text();   // its name
    skip_relations(lines);
  }
}

/// Codes and numbers of one sex; a model with rate 0 is none, whatever else it says.
MutationSpec spec(int code, double rate, double range, double rate2, const std::string& locus,
                  std::uint64_t row) {
  if (code == 4 ? rate == 0 && rate2 == 0 : rate == 0) return {};
  switch (code) {
    case 0: return {MutationKind::equal, rate, 0, 0};
    case 1: return {MutationKind::proportional, rate, 0, 0};
    case 2: return {MutationKind::ranked, rate, 0, range};
    case 3: return {MutationKind::dawid, rate, 0, range};
    case 4: return {MutationKind::stepwise, rate, rate2, range};
    default: refuse("familias.model", {locus, std::to_string(code)}, row);
  }
}

bool steps(const MutationSpec& spec) {
  return spec.kind != MutationKind::equal && spec.kind != MutationKind::proportional;
}

/// A "rest allele" has no repeats to step from: such a locus mutates equally, and that is said.
void replace_steps_without_repeats(LocusEntry& entry, Contents& contents) {
  const auto& alleles = entry.locus.alleles();
  const auto nameless = std::find_if(alleles.begin(), alleles.end(), [](const std::string& allele) {
    return !genetics::repeat_number(allele);
  });
  if (nameless == alleles.end()) return;
  bool replaced = false;
  for (MutationSpec* spec : {&entry.female, &entry.male})
    if (steps(*spec)) {
      *spec = {MutationKind::equal, spec->rate, 0, 0};
      replaced = true;
    }
  if (replaced)
    note(contents, "familias.model_replaced", {entry.locus.name(), *nameless}, entry.row);
}

/// The frequencies may be written with the silent allele's part taken from them already, or not.
genetics::Locus with_silent(genetics::Locus::Frequencies frequencies, const std::string& name,
                            double silent, std::uint64_t row) {
  double sum = 0;
  for (const auto& allele : frequencies) sum += allele.second;
  if (std::abs(sum + silent - 1) < std::abs(sum - 1))
    for (auto& allele : frequencies) allele.second /= 1 - silent;
  const auto visible = must(genetics::Locus::make(name, std::move(frequencies)), row);
  return must(visible.with_silent_allele(silent), row);
}

LocusEntry read_locus(Lines& lines, Contents& contents) {
  const std::uint64_t row = lines.row();
  const std::string name = lines.text();
  const double female_rate = lines.number(), male_rate = lines.number();
  const std::uint64_t model_row = lines.row();
  const int female_code = lines.count(), male_code = lines.count();
  lines.count();  // alleles, the silent one included
  const double female_range = lines.number(), male_range = lines.number();
  const double female_rate2 = lines.number(), male_rate2 = lines.number();
  const bool has_silent = lines.flag();
  const double silent = lines.number();
  const std::string about{lines.peek()};
  const int alleles = lines.count();
  genetics::Locus::Frequencies frequencies;
  for (int allele = 0; allele < alleles; ++allele) {
    std::string called = lines.text();
    frequencies.emplace_back(std::move(called), lines.number());
  }

  LocusEntry entry{locus_key(name), {}, {}, {}, !is_sex_linked(name), row};
  if (!entry.used) {
    note(contents, "familias.skipped_locus", {name}, row);
    return entry;
  }
  entry.locus = has_silent && silent > 0
                    ? with_silent(std::move(frequencies), name, silent, row)
                    : must(genetics::Locus::make(name, std::move(frequencies)), row);
  entry.female = spec(female_code, female_rate, female_range, female_rate2, name, model_row);
  entry.male = spec(male_code, male_rate, male_range, male_rate2, name, model_row + 1);
  replace_steps_without_repeats(entry, contents);

  const double dropout = labelled(about, "Dropout probability");
  const double least = labelled(about, "Minor allele frequency");
  if (dropout != 0 || least != 0)
    note(contents, "familias.locus_unused", {name, as_written(dropout), as_written(least)}, row);
  return entry;
}

}  // namespace

void note(Contents& contents, const char* code, std::vector<std::string> arguments,
          std::uint64_t row) {
  contents.notes.push_back(Error{code, std::move(arguments), {"", "", row, ""}});
}

void read_general_part(Lines& lines, Contents& contents) {
  lines.skip(3);  // the program, a warning, the version
  if (lines.peek().empty() || lines.peek() == "\"\"") lines.skip(1);
  skip_persons(lines, contents);
  skip_pedigrees(lines);

  const std::uint64_t row = lines.row();
  const std::string about{lines.peek()};
  if (lines.flag()) refuse("familias.precomputed", {}, row);
  if (const double databases = labelled(about, "#Databases"); databases > 1)
    refuse("familias.databases", {as_written(databases)}, row);
  if (const double theta = labelled(about, "Fst"); theta != 0)
    note(contents, "familias.theta", {as_written(theta)}, row);

  const int loci = lines.count();
  if (lines.flag()) lines.text();  // the database's name
  for (int locus = 0; locus < loci; ++locus) {
    LocusEntry entry = read_locus(lines, contents);
    for (const LocusEntry& other : contents.loci)
      if (other.used && other.key == entry.key)
        refuse("familias.locus_twice", {entry.locus.name()}, entry.row);
    contents.loci.push_back(std::move(entry));
  }
}

}  // namespace confronta::importers::familias
