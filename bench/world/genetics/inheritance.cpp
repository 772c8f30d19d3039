#include "bench/world/genetics/inheritance.h"

#include <algorithm>
#include <set>

#include "bench/world/rates.h"
#include "models/data/allele_tables.h"

namespace confronta::world {
namespace {

constexpr int whole_repeat = 10;  // tenths

int tenths_of(std::string_view allele) {
  int whole = 0, decimal = 0;
  bool behind = false;
  for (const char c : allele) {
    if (c == '.')
      behind = true;
    else if (behind)
      decimal = c - '0';
    else
      whole = whole * 10 + (c - '0');
  }
  return whole * whole_repeat + decimal;
}

int changed(Random& random, int allele, double rate) {
  if (!random.chance(rate)) return allele;
  return random.chance(0.5) ? allele + whole_repeat : std::max(whole_repeat, allele - whole_repeat);
}

/// Weights 1 / (k + 2) of the k-th: a few lines are common, most are rare.
std::vector<double> falling_weights(std::size_t count) {
  std::vector<double> weights;
  for (std::size_t k = 0; k < count; ++k) weights.push_back(1 / (static_cast<double>(k) + 2));
  return weights;
}

/// Substitutions of a line, sorted by position: those of Native American haplogroups A2, B2, C1 and
/// D1 in the control region, or none of them, and some of the line's own.
std::vector<std::string> draw_line(Random& random) {
  static const std::vector<std::vector<int>> groups{
      {16111, 16223, 16290, 16319, 16362, 146, 153, 235, 263},
      {16189, 16217, 263},
      {16223, 16298, 16325, 16327, 249, 263},
      {16223, 16325, 16362, 263},
      {263}};
  static constexpr std::array<double, 5> shares{0.38, 0.22, 0.17, 0.08, 0.15};
  std::set<int> positions;
  for (const int position : groups[random.pick(shares)]) positions.insert(position);
  for (const int own = static_cast<int>(random.below(4));
       static_cast<int>(positions.size()) < own + 3;)
    positions.insert(random.chance(0.7) ? 16024 + static_cast<int>(random.below(342))
                                        : 73 + static_cast<int>(random.below(268)));
  std::vector<std::string> line;
  for (const int position : positions)
    line.push_back(std::to_string(position) + "ACGT"[static_cast<std::size_t>(position) % 4]);
  return line;
}

}  // namespace

std::string allele_text(int tenths) {
  std::string text = std::to_string(tenths / whole_repeat);
  if (tenths % whole_repeat != 0) text += '.' + std::to_string(tenths % whole_repeat);
  return text;
}

Inheritance::Inheritance(Random& random) {
  const AlleleTable& table = *find_allele_table("FBI2015_SW_Hispanic");
  for (const std::string_view locus : loci_of(table)) {
    loci_.emplace_back(locus);
    Alleles& alleles = alleles_.emplace_back();
    const LocusCounts counts = counts_of(table, locus).value();
    for (const auto& allele : counts.alleles) {
      alleles.tenths.push_back(tenths_of(allele.name));
      alleles.weights.push_back(allele.copies);
    }
  }
  y_loci_ = {"DYS19",  "DYS389I", "DYS389II", "DYS390", "DYS391", "DYS392", "DYS393",
             "DYS437", "DYS438",  "DYS439",   "DYS448", "DYS456", "DYS458", "Y-GATA-H4"};
  static constexpr std::array<int, 14> usual{13, 13, 29, 24, 10, 13, 13,
                                             15, 11, 12, 19, 15, 17, 12};
  for (std::size_t k = 0; k < rates::father_lines; ++k) {
    std::vector<int>& haplotype = fathers_.emplace_back();
    for (const int repeats : usual)
      haplotype.push_back(repeats + static_cast<int>(random.below(5)) - 2);
  }
  for (std::size_t k = 0; k < rates::mother_lines; ++k) lines_.push_back(draw_line(random));
  father_weights_ = falling_weights(fathers_.size());
  line_weights_ = falling_weights(lines_.size());
}

int Inheritance::allele(Random& random, std::size_t locus) const {
  const Alleles& alleles = alleles_[locus];
  return alleles.tenths[random.pick(alleles.weights)];
}

Genome Inheritance::founder(Random& random, int sex) const {
  Genome genome;
  genome.sex = sex;
  for (std::size_t locus = 0; locus < loci_.size(); ++locus) {
    const int one = allele(random, locus);
    genome.autosomal.push_back({one, allele(random, locus)});
  }
  const std::size_t father = random.pick(father_weights_);
  if (sex == 0) genome.y = fathers_[father];
  genome.mitochondrial = static_cast<int>(random.pick(line_weights_));
  return genome;
}

Genome Inheritance::child(Random& random, const Genome& father, const Genome& mother,
                          int sex) const {
  Genome genome;
  genome.sex = sex;
  genome.mitochondrial = mother.mitochondrial;
  for (std::size_t locus = 0; locus < loci_.size(); ++locus) {
    const int paternal = father.autosomal[locus][random.below(2)];
    const int maternal = mother.autosomal[locus][random.below(2)];
    const int first = changed(random, paternal, rates::mutation_of_fathers);
    genome.autosomal.push_back({first, changed(random, maternal, rates::mutation_of_mothers)});
  }
  if (sex != 0) return genome;
  for (const int repeats : father.y)
    genome.y.push_back(changed(random, repeats * whole_repeat, rates::mutation_of_y) /
                       whole_repeat);
  return genome;
}

}  // namespace confronta::world
