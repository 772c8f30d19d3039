#include "models/evidence/dna/match_population.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <utility>

#include "models/stats/genetics/byte_string.h"

namespace confronta {
namespace {

using genetics::Locus;

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

std::string content_of(const Locus& locus, std::initializer_list<genetics::MutationSpec> specs) {
  std::string bytes;
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
  for (SourcedLocus& one : loci) {
    if (one.locus.inheritance != genetics::Inheritance::autosomal) continue;
    loci_.push_back(one.locus.name);
    tables_.push_back(std::move(one.locus));
  }
  for (const std::string& name : loci_) {
    auto ladder = made(name, {});
    ladders_.push_back(ladder.ok() ? std::optional<MatchLocus>(std::move(ladder).value())
                                   : std::nullopt);
  }
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
