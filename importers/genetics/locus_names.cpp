#include "importers/genetics/locus_names.h"

#include <algorithm>
#include <utility>

namespace confronta::importers {
namespace {

constexpr std::pair<std::string_view, std::string_view> other_names[]{
    {"THO1", "TH01"},      {"TC11", "TH01"},       {"HUMTH01", "TH01"},     {"VWA31", "VWA"},
    {"HUMVWA", "VWA"},     {"VWF", "VWA"},         {"CSF", "CSF1PO"},       {"FIBRA", "FGA"},
    {"HUMFGA", "FGA"},     {"AMELOGENIN", "AMEL"}, {"AMELOGENINA", "AMEL"}, {"ACTBP2", "SE33"},
    {"HUMACTBP2", "SE33"},
};

constexpr std::string_view markers_of_sex[]{"AMEL", "YINDEL", "SRY", "HPRTB", "ARA"};
constexpr std::string_view beginnings_on_x_or_y[]{"DYS", "DYF", "DXS", "YGATA", "AMEL"};

}  // namespace

std::string locus_key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) key += c;
    if (c >= 'a' && c <= 'z') key += static_cast<char>(c - 'a' + 'A');
  }
  for (const auto& [other, usual] : other_names)
    if (key == other) return std::string{usual};
  return key;
}

bool is_sex_linked(std::string_view name) {
  const std::string key = locus_key(name);
  const auto is = [&](std::string_view one) { return key == one; };
  const auto begins = [&](std::string_view one) { return key.rfind(one, 0) == 0; };
  return std::any_of(std::begin(markers_of_sex), std::end(markers_of_sex), is) ||
         std::any_of(std::begin(beginnings_on_x_or_y), std::end(beginnings_on_x_or_y), begins);
}

}  // namespace confronta::importers
