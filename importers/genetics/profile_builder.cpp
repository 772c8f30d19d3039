#include "importers/genetics/profile_builder.h"

#include <algorithm>
#include <utility>

#include "importers/genetics/locus_names.h"

namespace confronta::importers {
namespace {

constexpr std::size_t mixture_loci = 2;  // so many loci with over two alleles: several persons

bool is_letter(const std::string& allele) { return allele == "X" || allele == "Y"; }

/// Counts the samples of a file to which something applies, and keeps the name of the first.
void count_sample(ReadingNotes& notes, const char* code, const std::string& sample) {
  for (Error& remark : notes.remarks) {
    if (remark.code != code) continue;
    remark.arguments[0] = std::to_string(std::stoul(remark.arguments[0]) + 1);
    return;
  }
  notes.remarks.push_back({code, {"1", sample}, {}});
}

Observation observed(Trait trait, Value value, Provenance from) {
  return {trait, ObservationState::observed, std::move(value), std::move(from)};
}

}  // namespace

Status ProfileBuilder::add(std::string_view locus, LocusCells cells, std::vector<double> heights,
                           bool tried, Provenance from) {
  std::string name = canonical_locus(locus);
  const LocusKind kind = kind_of_locus(name);
  const bool sex_marker = kind == LocusKind::amelogenin || kind == LocusKind::other_sex_marker;
  for (const std::string& allele : cells.alleles)
    if (is_letter(allele) && !sex_marker) return Error{"dna.allele", {allele}, {}};
  if (heights.size() != cells.alleles.size()) heights.clear();
  const auto at = std::lower_bound(
      entries_.begin(), entries_.end(), name,
      [](const Entry& entry, const std::string& one) { return entry.call.locus < one; });
  if (at == entries_.end() || at->call.locus != name) {
    Entry entry{
        {name, cells.alleles, std::move(heights)}, std::move(cells), tried, std::move(from)};
    entries_.insert(at, std::move(entry));
    return success();
  }
  if (kind != LocusKind::y) return Error{"dna.locus_twice", {std::string{locus}}, {}};
  at->call.alleles.insert(at->call.alleles.end(), cells.alleles.begin(), cells.alleles.end());
  at->call.heights.insert(at->call.heights.end(), heights.begin(), heights.end());
  if (at->call.heights.size() != at->call.alleles.size()) at->call.heights.clear();
  at->cells.marked = at->cells.marked || cells.marked;
  at->tried = at->tried || tried;
  return success();
}

bool ProfileBuilder::full() const {
  return !partial && std::none_of(entries_.begin(), entries_.end(), [](const Entry& entry) {
    return kind_of_locus(entry.call.locus) == LocusKind::autosomal &&
           (entry.cells.marked || entry.call.alleles.empty());
  });
}

/// By amelogenin. An X alone is a woman's only where nothing was lost.
std::optional<Code> ProfileBuilder::sex() const {
  for (const Entry& entry : entries_) {
    if (kind_of_locus(entry.call.locus) != LocusKind::amelogenin) continue;
    const auto& alleles = entry.call.alleles;
    if (std::find(alleles.begin(), alleles.end(), "Y") != alleles.end()) return Code{"male"};
    if (alleles.size() == 2 || (alleles.size() == 1 && !entry.cells.marked && full()))
      return Code{"female"};
  }
  return std::nullopt;
}

/// A homozygote written once becomes one written twice.
void ProfileBuilder::settle(Entry& entry, bool full, bool man) {
  LocusCall& call = entry.call;
  const LocusKind kind = kind_of_locus(call.locus);
  const bool copies = call.locus == "DYS385" || call.locus == "DYF387S1";
  if (kind == LocusKind::y && !copies && call.alleles.size() == 2 &&
      call.alleles[0] == call.alleles[1]) {  // a program that writes two of everything
    call.alleles.pop_back();
    if (!call.heights.empty()) call.heights.pop_back();
  }
  if (call.alleles.size() != 1 || kind == LocusKind::y || entry.cells.marked) return;
  if (!full && !(man && kind == LocusKind::x)) return;
  call.alleles.push_back(call.alleles.front());
  if (!call.heights.empty()) call.heights.push_back(call.heights.front());
}

Result<Record> ProfileBuilder::finish(const Provenance& row, ReadingNotes& notes) {
  const bool is_full = full();
  const std::optional<Code> known_sex = sex();
  DnaProfile genotypes{sample_, kit, {}};
  if (dropout) {
    genotypes.has_dropout = true;
    genotypes.dropout = *dropout;
    genotypes.dropin = dropin.value_or(0);
  }
  DnaProfile y = genotypes;
  Provenance from_genotypes = row, from_y = row, from_sex = row;
  std::size_t mixed = 0;
  bool called = mt.has_value(), single = false;
  for (Entry& entry : entries_) {
    const LocusKind kind = kind_of_locus(entry.call.locus);
    if (kind == LocusKind::amelogenin) from_sex = entry.from;
    if (kind == LocusKind::amelogenin || kind == LocusKind::other_sex_marker) continue;
    if (entry.call.alleles.empty() && !entry.tried && !entry.cells.marked) continue;
    settle(entry, is_full, known_sex && known_sex->word == "male");
    single = single || (kind == LocusKind::autosomal && entry.call.alleles.size() == 1 &&
                        !entry.cells.marked);
    called = called || !entry.call.alleles.empty();
    mixed += kind == LocusKind::autosomal && entry.call.alleles.size() > 2 ? 1 : 0;
    DnaProfile& profile = kind == LocusKind::y ? y : genotypes;
    if (profile.loci.empty()) (kind == LocusKind::y ? from_y : from_genotypes) = entry.from;
    profile.loci.push_back(entry.call);
  }
  if (mixed >= mixture_loci) return Error{"dna.mixture", {sample_, std::to_string(mixed)}, {}};
  if (!called) return Error{"dna.no_calls", {sample_}, {}};

  if (mixed > 0) count_sample(notes, "dna.three_alleles", sample_);
  if (single) count_sample(notes, "dna.single_allele_kept", sample_);

  Record record;
  record.kind = SubjectKind::sample;
  auto& all = record.observations;
  if (known_sex) {
    all.push_back(observed(Trait::sex, *known_sex, from_sex));
    all.push_back(observed(Trait::sex_method, Code{"dna"}, from_sex));
  }
  Provenance from_name = row;
  if (!sample_of_column.empty()) from_name.column = sample_of_column;
  all.push_back(
      observed(Trait::sample_of, Text{sample_of.empty() ? sample_ : sample_of}, from_name));
  if (!genotypes.loci.empty())
    all.push_back(observed(Trait::genotypes, std::move(genotypes), from_genotypes));
  if (!y.loci.empty()) all.push_back(observed(Trait::y_haplotype, std::move(y), from_y));
  if (mt) {
    Provenance from = row;
    from.column = mt_column;
    all.push_back(observed(Trait::mt_haplotype, *mt, from));
  }
  if (!comment.empty()) all.push_back(observed(Trait::note, Text{comment}, row));
  return record;
}

}  // namespace confronta::importers
