#include "models/evidence/dna/match_population.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <utility>

#include "models/stats/genetics/byte_string.h"

namespace confronta {
namespace {

using genetics::Locus;

// No number of alleles: the content of an autosome's locus begins with that.
constexpr std::uint64_t content_on_x = ~std::uint64_t{0};

genetics::MutationSpec stepwise(const Parameters& parameters, std::string_view rate) {
  return {genetics::MutationKind::stepwise, parameters[rate],
          parameters["genetics.mutation_microvariant"], parameters["genetics.mutation_range"],
          genetics::Reversible::no};
}

Result<Locus> scaled(const Locus& locus) {
  Locus::Frequencies frequencies;
  const double total = locus.total_frequency();
  for (std::size_t a = 0; a < locus.alleles().size(); ++a)
    frequencies.emplace_back(locus.alleles()[a], locus.frequencies()[a] / total);
  return Locus::make(locus.name(), std::move(frequencies), locus.inheritance());
}

/// 1 - sum p^2, the frequencies scaled to 1.
double heterozygosity(const genetics::TableLocus& locus) {
  double sum = 0, squares = 0;
  for (const auto& [allele, frequency] : locus.frequencies) {
    sum += frequency;
    squares += frequency * frequency;
  }
  return 1 - squares / (sum * sum);
}

/// The most telling locus of each known linkage group; of equal ones the first by name.
std::map<int, std::string> chosen_on_x(std::span<const SourcedLocus> loci) {
  std::map<int, const genetics::TableLocus*> best;
  for (const auto& [locus, table] : loci) {
    if (locus.inheritance != genetics::Inheritance::x_linked || locus.linkage_group == 0) continue;
    const genetics::TableLocus*& most = best[locus.linkage_group];
    if (most == nullptr || heterozygosity(locus) > heterozygosity(*most)) most = &locus;
  }
  std::map<int, std::string> chosen;
  for (const auto& [group, locus] : best) chosen.emplace(group, locus->name);
  return chosen;
}

std::string content_of(const Locus& locus, std::initializer_list<genetics::MutationSpec> specs) {
  std::string bytes;
  if (locus.inheritance() == genetics::Inheritance::x_linked)
    genetics::append_whole(bytes, content_on_x);
  genetics::append_whole(bytes, locus.alleles().size());
  for (std::size_t a = 0; a < locus.alleles().size(); ++a) {
    genetics::append_text(bytes, locus.alleles()[a]);
    genetics::append_real(bytes, locus.frequencies()[a]);
  }
  for (const genetics::MutationSpec& spec : specs) {
    genetics::append_whole(bytes, static_cast<std::uint64_t>(spec.kind));
    genetics::append_whole(bytes, static_cast<std::uint64_t>(spec.transform));
    for (const double number : {spec.rate, spec.rate2, spec.range})
      genetics::append_real(bytes, number);
  }
  return bytes;
}

}  // namespace

MatchPopulation::MatchPopulation(const Parameters& parameters, const ReferenceSet& reference)
    : founders_{parameters["genetics.theta"], {}},
      female_(stepwise(parameters, "genetics.mutation_female")),
      male_(stepwise(parameters, "genetics.mutation_male")),
      rare_minimum_(parameters["genetics.rare_allele_minimum"]) {
  std::vector<SourcedLocus> loci = loci_in_force(parameters, reference);
  name_ = tables_text(loci);
  const std::map<int, std::string> chosen = chosen_on_x(loci);
  for (SourcedLocus& one : loci) {
    const bool x = one.locus.inheritance == genetics::Inheritance::x_linked;
    const auto own = chosen.find(one.locus.linkage_group);
    if (x && (own == chosen.end() || own->second != one.locus.name)) {
      set_aside_.push_back(one.locus.name);
      continue;
    }
    loci_.push_back(one.locus.name);
    tables_.push_back(std::move(one.locus));
  }
  for (const std::string& name : loci_) {
    auto ladder = made(name, {});
    ladders_.push_back(ladder.ok() ? std::optional<MatchLocus>(std::move(ladder).value())
                                   : std::nullopt);
  }
}

bool MatchPopulation::set_aside(std::string_view locus) const {
  return std::find(set_aside_.begin(), set_aside_.end(), locus) != set_aside_.end();
}

bool MatchPopulation::on_x(std::string_view locus) const {
  const auto at = find(locus);
  return at && tables_[*at].inheritance == genetics::Inheritance::x_linked;
}

bool MatchPopulation::has(std::string_view locus) const { return find(locus).has_value(); }

std::optional<std::size_t> MatchPopulation::find(std::string_view name) const {
  const auto place = std::lower_bound(loci_.begin(), loci_.end(), name, std::less<>{});
  if (place == loci_.end() || *place != name) return std::nullopt;
  return static_cast<std::size_t>(place - loci_.begin());
}

bool MatchPopulation::has(std::string_view locus, std::string_view allele) const {
  const auto at = find(locus);
  return at && ladders_[*at] && ladders_[*at]->locus.find(allele);
}

double MatchPopulation::rare_frequency(std::string_view locus) const {
  const auto at = find(locus);
  return genetics::rare_allele_frequency(at ? tables_[*at].chromosomes : 0, rare_minimum_);
}

Result<MatchLocus> MatchPopulation::locus(std::string_view name,
                                          std::span<const std::string> seen) const {
  const auto at = find(name);
  const MatchLocus* table = at && ladders_[*at] ? &*ladders_[*at] : nullptr;
  const bool has_all =
      table != nullptr && std::all_of(seen.begin(), seen.end(), [&](const std::string& allele) {
        return !genetics::repeat_number(allele) || table->locus.find(allele);
      });
  return has_all ? Result<MatchLocus>(*table) : made(name, seen);
}

Result<MatchLocus> MatchPopulation::made(std::string_view name,
                                         std::span<const std::string> seen) const {
  auto plain = plain_locus(name, seen);
  if (!plain) return plain.error();
  auto locus = scaled(plain.value());
  if (!locus) return locus.error();
  auto mutation = genetics::Mutation::make(locus.value(), female_, male_);
  if (!mutation) return mutation.error();
  std::string content = content_of(locus.value(), {female_, male_});
  return MatchLocus{std::move(locus).value(), std::move(mutation).value(), std::move(content)};
}

Result<Locus> MatchPopulation::plain_locus(std::string_view name,
                                           std::span<const std::string> seen) const {
  const auto at = find(name);
  if (!at) return Error{"genetics.table_locus", {std::string{name}, name_}, {}};
  return genetics::table_locus(tables_[*at], seen, rare_minimum_);
}

}  // namespace confronta
