#include "importers/genetics/locus_names.h"

#include <algorithm>
#include <utility>

#include "models/stats/genetics/x_loci.h"

namespace confronta::importers {
namespace {

constexpr std::pair<std::string_view, std::string_view> other_names[]{
    {"THO1", "TH01"},      {"TC11", "TH01"},       {"HUMTH01", "TH01"},     {"VWA31", "VWA"},
    {"HUMVWA", "VWA"},     {"VWF", "VWA"},         {"CSF", "CSF1PO"},       {"FIBRA", "FGA"},
    {"HUMFGA", "FGA"},     {"AMELOGENIN", "AMEL"}, {"AMELOGENINA", "AMEL"}, {"ACTBP2", "SE33"},
    {"HUMACTBP2", "SE33"},
};

/// Names as kits print them. Sources: CODIS core loci, GlobalFiler, PowerPlex Fusion 6C, Yfiler
/// Plus, PowerPlex Y23, Investigator Argus X-12; the X decaplex of GHEP-ISFG (L. Gusmao et al.
/// 2009, Int J Legal Med 123:227).
constexpr std::string_view known_names[]{
    "AMEL",       "CSF1PO",   "D10S1248", "D12S391",  "D13S317",  "D16S539",   "D17S1301",
    "D18S51",     "D19S433",  "D1S1656",  "D1S1677",  "D20S482",  "D21S11",    "D22S1045",
    "D2S1338",    "D2S1776",  "D2S441",   "D3S1358",  "D3S4529",  "D4S2408",   "D5S2800",
    "D5S818",     "D6S1043",  "D6S474",   "D7S820",   "D8S1179",  "D9S1122",   "D14S1434",
    "F13A01",     "F13B",     "FESFPS",   "FGA",      "LPL",      "Penta C",   "Penta D",
    "Penta E",    "SE33",     "TH01",     "TPOX",     "vWA",      "DYS19",     "DYS385",
    "DYS388",     "DYS389I",  "DYS389II", "DYS390",   "DYS391",   "DYS392",    "DYS393",
    "DYS437",     "DYS438",   "DYS439",   "DYS448",   "DYS449",   "DYS456",    "DYS458",
    "DYS460",     "DYS461",   "DYS481",   "DYS518",   "DYS533",   "DYS549",    "DYS570",
    "DYS576",     "DYS627",   "DYS635",   "DYS643",   "DYF387S1", "Y-GATA-H4", "YINDEL",
    "SRY",        "DXS10074", "DXS10079", "DXS10101", "DXS10103", "DXS10134",  "DXS10135",
    "DXS10146",   "DXS10148", "DXS7132",  "DXS7423",  "DXS8378",  "HPRTB",     "GATA31E08",
    "GATA172D05",
};

constexpr std::pair<std::string_view, std::string_view> doubled_names[]{
    {"DYS385A", "DYS385"},       {"DYS385B", "DYS385"},       {"DYS385AB", "DYS385"},
    {"DYF387S1A", "DYF387S1"},   {"DYF387S1B", "DYF387S1"},   {"DYF387S1AB", "DYF387S1"},
    {"DYF387S1AB1", "DYF387S1"}, {"DYS394", "DYS19"},         {"GATAH4", "Y-GATA-H4"},
    {"YGATAH41", "Y-GATA-H4"},   {"DYS635YGATAC4", "DYS635"}, {"YGATAC4", "DYS635"},
    {"DYS389I1", "DYS389I"},     {"HPRT", "HPRTB"},
};

constexpr std::string_view markers_of_sex[]{"AMEL", "YINDEL", "SRY"};
constexpr std::string_view beginnings_on_y[]{"DYS", "DYF", "YGATA", "AMEL"};

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

std::string canonical_locus(std::string_view name) {
  const std::string key = locus_key(name);
  for (const auto& [other, usual] : doubled_names)
    if (key == other) return std::string{usual};
  for (const std::string_view known : known_names)
    if (key == locus_key(known)) return std::string{known};
  return key;
}

namespace {

std::string_view without_digits(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t count = 0;
  while (count < text.size() && digit(text[count])) ++count;
  return text.substr(count);
}

/// "D11S4463": D, chromosome, S, number.
bool is_str_name(std::string_view key) {
  if (key.empty() || key.front() != 'D') return false;
  const std::string_view chromosome = key.substr(1);
  const std::string_view behind = without_digits(chromosome);
  if (behind.size() == chromosome.size() || chromosome.size() - behind.size() > 2) return false;
  return behind.size() > 2 && behind.front() == 'S' && without_digits(behind.substr(1)).empty();
}

bool has_number_behind(std::string_view key, std::string_view beginning) {
  return key.size() > beginning.size() && key.substr(0, beginning.size()) == beginning &&
         without_digits(key.substr(beginning.size())).empty();
}

}  // namespace

bool names_a_locus(std::string_view name) {
  const std::string key = locus_key(name);
  const std::string canonical = canonical_locus(name);
  const bool known = std::any_of(std::begin(known_names), std::end(known_names),
                                 [&](std::string_view one) { return one == canonical; });
  return known || is_str_name(key) || has_number_behind(key, "DYS") ||
         has_number_behind(key, "DXS") || has_number_behind(key, "RS");
}

std::span<const std::string_view> known_loci() { return known_names; }

LocusKind kind_of_locus(std::string_view canonical) {
  const std::string key = locus_key(canonical);
  const auto begins = [&](std::string_view one) { return key.rfind(one, 0) == 0; };
  if (key == "AMEL") return LocusKind::amelogenin;
  if (key == "YINDEL" || key == "SRY") return LocusKind::other_sex_marker;
  if (begins("DYS") || begins("DYF") || begins("YGATA")) return LocusKind::y;
  if (genetics::on_x(key)) return LocusKind::x;
  return LocusKind::autosomal;
}

bool is_sex_linked(std::string_view name) {
  const std::string key = locus_key(name);
  const auto is = [&](std::string_view one) { return key == one; };
  const auto begins = [&](std::string_view one) { return key.rfind(one, 0) == 0; };
  return genetics::on_x(key) ||
         std::any_of(std::begin(markers_of_sex), std::end(markers_of_sex), is) ||
         std::any_of(std::begin(beginnings_on_y), std::end(beginnings_on_y), begins);
}

}  // namespace confronta::importers
