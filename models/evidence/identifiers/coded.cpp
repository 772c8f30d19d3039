#include "models/evidence/identifiers/coded.h"

#include <algorithm>
#include <map>

#include "models/evidence/common/observed.h"
#include "models/evidence/names/words.h"
#include "models/stats/text_distance.h"

namespace confronta {
namespace {

constexpr std::array<std::string_view, identifier_types> names{"curp",   "voter_key", "rfc",  "fub",
                                                               "cedula", "case_file", "other"};
constexpr std::array<std::size_t, personal_keys> stems{16, 14, 10};
/// A birth date known less well than this is not what a key repeats.
constexpr Day month = 31;

std::size_t type_of(const Identifier& identifier) {
  const auto* at = std::find(names.begin(), names.end(), identifier.type);
  return at == names.end() ? identifier_types - 1 : static_cast<std::size_t>(at - names.begin());
}

}  // namespace

std::string_view identifier_type_name(std::size_t type) { return names[type]; }
std::size_t stem_length(std::size_t type) { return stems[type]; }

KeyAgreement compare_keys(std::size_t type, std::string_view a, std::string_view b, bool valid) {
  if (a == b) return valid ? KeyAgreement::equal : KeyAgreement::close;
  const std::size_t stem = stem_length(type);
  if (a.size() >= stem && b.size() >= stem && a.substr(0, stem) == b.substr(0, stem))
    return KeyAgreement::stem;
  return within_one_edit(a, b) ? KeyAgreement::close : KeyAgreement::different;
}

Context surname_context(const CodedIdentifiers& a, const CodedIdentifiers& b) {
  if (a.surnames.empty() || b.surnames.empty()) return Context::absent;
  for (const std::string& surname : a.surnames)
    if (std::find(b.surnames.begin(), b.surnames.end(), surname) != b.surnames.end())
      return Context::agree;
  return Context::differ;
}

Context birth_context(const CodedIdentifiers& a, const CodedIdentifiers& b) {
  if (!a.has_birth || !b.has_birth) return Context::absent;
  return a.birth_from <= b.birth_to && b.birth_from <= a.birth_to ? Context::agree
                                                                  : Context::differ;
}

std::string folio_form(std::size_t type, std::string_view value) {
  if (type == static_cast<std::size_t>(IdentifierType::fub)) return {};
  std::string form;
  for (const char c : value) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit)
      form += c;
    else if (form.empty() || form.back() != '9')
      form += '9';
  }
  return form;
}

IdentifierValues::IdentifierValues(const TraitTable& left, const TraitTable& right) {
  for (const TraitTable* table : {&left, &right})
    for (RowId row = 0; row < table->size(); ++row)
      for (const auto* identifier : observed_values<Identifier>(*table, row, Trait::identifier))
        if (!identifier->value.empty()) values_[type_of(*identifier)].push_back(identifier->value);
  for (auto& values : values_) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  for (std::size_t type = personal_keys; type < identifier_types; ++type) {
    std::map<std::string, std::uint32_t> known;
    for (const std::string& value : values_[type])
      forms_[type].push_back(
          known.emplace(folio_form(type, value), static_cast<std::uint32_t>(known.size()))
              .first->second);
  }
}

std::vector<CodedIdentifiers> IdentifierValues::code(const TraitTable& table) const {
  std::vector<CodedIdentifiers> coded(table.size());
  for (RowId id = 0; id < table.size(); ++id) {
    CodedIdentifiers& row = coded[id];
    for (const auto* identifier : observed_values<Identifier>(table, id, Trait::identifier)) {
      if (identifier->value.empty()) continue;
      const std::size_t type = type_of(*identifier);
      const auto& values = values_[type];
      const auto at = std::lower_bound(values.begin(), values.end(), identifier->value);
      const auto number = static_cast<std::uint32_t>(at - values.begin());
      const std::uint32_t form = type < personal_keys ? 0 : forms_[type][number];
      row.values[type].push_back({number, form, identifier->valid});
      row.types = static_cast<std::uint8_t>(row.types | 1U << type);
    }
    if (row.types == 0) continue;
    for (const auto* name : observed_values<PersonName>(table, id, Trait::name))
      if (std::string key = surname_key(name->first_surname); !key.empty())
        row.surnames.push_back(std::move(key));
    if (const auto* birth = table.value<DateInterval>(id, Trait::birth_date)) {
      row.has_birth = birth->to - birth->from <= month;
      row.birth_from = birth->from;
      row.birth_to = birth->to;
    }
  }
  return coded;
}

std::vector<std::vector<RelatedKey>> related_keys(std::size_t type,
                                                  std::span<const std::string> values) {
  constexpr std::size_t end = 5;
  constexpr std::size_t shortest = 12;  // an edit of a longer key cannot touch both ends
  std::map<std::string_view, std::vector<std::uint32_t>> by_prefix, by_suffix;
  for (std::uint32_t v = 0; v < values.size(); ++v) {
    const std::string_view value = values[v];
    if (value.size() < shortest) continue;
    by_prefix[value.substr(0, end)].push_back(v);
    by_suffix[value.substr(value.size() - end)].push_back(v);
  }
  std::vector<std::vector<RelatedKey>> related(values.size());
  for (const auto* buckets : {&by_prefix, &by_suffix})
    for (const auto& [text, bucket] : *buckets)
      for (const std::uint32_t a : bucket)
        for (const std::uint32_t b : bucket) {
          if (a == b) continue;
          const KeyAgreement agreement = compare_keys(type, values[a], values[b], true);
          if (agreement != KeyAgreement::different) related[a].push_back({b, agreement});
        }
  for (auto& list : related) {
    std::sort(list.begin(), list.end(),
              [](RelatedKey a, RelatedKey b) { return a.number < b.number; });
    list.erase(std::unique(list.begin(), list.end(),
                           [](RelatedKey a, RelatedKey b) { return a.number == b.number; }),
               list.end());
  }
  return related;
}

}  // namespace confronta
