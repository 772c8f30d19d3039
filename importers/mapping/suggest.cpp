#include "importers/mapping/suggest.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

#include "importers/formats/row_source.h"
#include "importers/mapping/layout.h"
#include "importers/mapping/mapping.h"
#include "importers/mapping/template_columns.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr std::size_t rows_looked_at = 200;
constexpr std::size_t samples_kept = 5;
constexpr std::size_t sample_bytes = 200;

// How sure the words of a header make us (assumptions: they order the proposals, nothing more).
constexpr double same_words = 0.95;
constexpr double least_overlap = 0.5;    // of the words of both headers,
constexpr double overlap_weight = 0.8;   // and what it counts
constexpr double contained = 0.5;        // all words of a known header, and others,
constexpr double contained_share = 0.3;  // and what the known ones' share of them adds
constexpr double unlike_samples = 0.4;   // factor, where most samples look otherwise

/// The words of a header that tell something; "No." and "Num." are numbers.
std::set<std::string> telling_words(std::string_view header) {
  static const std::set<std::string> joints{"A",  "DE",  "DEL", "EL",  "EN",
                                            "LA", "LAS", "LOS", "QUE", "Y"};
  std::set<std::string> telling;
  for (const std::string& word : words(header)) {
    if (joints.count(word) > 0) continue;
    telling.insert(word == "NO" || word == "NUM" || word == "NRO" ? "NUMERO" : word);
  }
  return telling;
}

/// "DESAPARECIO" and "DESAPARICION", but not "ESTATUS" and "ESTATURA".
bool same_stem(const std::string& a, const std::string& b) {
  constexpr std::ptrdiff_t least_stem = 7;
  if (a == b) return true;
  return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin() >= least_stem;
}

double header_agreement(const std::string& column, const TemplateColumn& known) {
  const std::string folded = fold_words(column);
  const std::set<std::string> mine = telling_words(column);
  double best = 0;
  for (const std::string& name : known.names) {
    if (folded == name) return same_words;
    const std::set<std::string> theirs = telling_words(name);
    if (mine.empty() || theirs.empty()) continue;
    std::size_t common = 0;
    for (const std::string& word : mine)
      common += std::any_of(theirs.begin(), theirs.end(),
                            [&](const std::string& other) { return same_stem(word, other); })
                    ? 1
                    : 0;
    common = std::min(common, theirs.size());
    const auto share = [&](std::size_t all) {
      return static_cast<double>(common) / static_cast<double>(all);
    };
    const double overlap = share(mine.size() + theirs.size() - common);
    if (overlap >= least_overlap) best = std::max(best, overlap_weight * overlap);
    if (common == theirs.size())
      best = std::max(best, contained + contained_share * share(mine.size()));
  }
  return best;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether most samples may be values of the kind: dates and measures have digits, codes hardly
/// any.
bool samples_fit(const std::vector<std::string>& samples, const TemplateColumn& known) {
  if (samples.empty() || known.trait == "id") return true;
  const auto trait = trait_by_name(known.trait);
  if (!trait) return true;
  const TraitKind kind = trait_info(*trait).kind;
  const auto digits =
      static_cast<std::size_t>(std::count_if(samples.begin(), samples.end(), has_digit));
  if (kind == TraitKind::interval || kind == TraitKind::date_interval)
    return 2 * digits >= samples.size();
  if (kind == TraitKind::code || kind == TraitKind::name) return 2 * digits <= samples.size();
  return true;
}

/// For each column of the template the file's column that suits it best: each has one meaning.
struct Assignment {
  std::vector<const TemplateColumn*> meaning;  // per file column; nullptr = none
  std::vector<double> confidence;
  double total = 0;
};

Assignment assign(const std::vector<ColumnGuess>& columns, const Template& known) {
  struct Choice {
    double confidence;
    std::size_t column, meaning;
  };
  std::vector<Choice> choices;
  for (std::size_t c = 0; c < columns.size(); ++c)
    for (std::size_t m = 0; m < known.columns.size(); ++m) {
      double confidence = header_agreement(columns[c].column, known.columns[m]);
      if (!samples_fit(columns[c].samples, known.columns[m])) confidence *= unlike_samples;
      if (confidence > 0) choices.push_back({confidence, c, m});
    }
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.confidence > b.confidence; });
  Assignment best;
  best.meaning.resize(columns.size());
  best.confidence.resize(columns.size());
  std::set<std::size_t> taken;
  for (const Choice& choice : choices) {
    if (best.meaning[choice.column] || !taken.insert(choice.meaning).second) continue;
    best.meaning[choice.column] = &known.columns[choice.meaning];
    best.confidence[choice.column] = choice.confidence;
    best.total += choice.confidence;
  }
  return best;
}

void keep_sample(std::vector<std::string>& samples, const std::string& text) {
  if (text.empty() || samples.size() >= samples_kept) return;
  std::string shown = text.substr(0, sample_bytes);
  // Cut between characters: bytes that continue one begin with the bits 10.
  if (shown.size() < text.size())
    while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
      shown.pop_back();
  if (std::find(samples.begin(), samples.end(), shown) == samples.end())
    samples.push_back(std::move(shown));
}

/// Reads on from the header; a damaged file gives what came before the damage.
void look_at_rows(RowSource& source, FileSurvey& survey) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < survey.columns.size(); ++i)
    place.emplace(survey.columns[i].column, i);
  for (std::size_t row = 0; row < rows_looked_at; ++row) {
    auto read = source.next();
    if (!read.ok() || !read.value()) return;
    const auto* fields = std::get_if<SourceRow>(&*read.value());
    if (!fields) continue;
    if (!fields->sheet.empty() &&
        std::find(survey.sheets.begin(), survey.sheets.end(), fields->sheet) == survey.sheets.end())
      survey.sheets.push_back(fields->sheet);
    for (const Field& field : fields->fields)
      if (const auto at = place.find(field.name); at != place.end())
        keep_sample(survey.columns[at->second].samples, field.text);
  }
}

/// What the known layout makes of each column.
void explain_known(const Mapping& mapping, std::vector<ColumnGuess>& columns) {
  const Template known = template_of(mapping);
  for (ColumnGuess& column : columns)
    for (const TemplateColumn& meaning : known.columns)
      if (std::find(meaning.names.begin(), meaning.names.end(), fold_words(column.column)) !=
          meaning.names.end()) {
        column.trait = meaning.trait;
        column.confidence = 1;
        break;
      }
}

}  // namespace

std::string propose_mapping(std::vector<ColumnGuess>& columns, const std::string& name) {
  const Template* chosen = nullptr;
  Assignment best;
  for (const Template& known : blank_templates()) {
    Assignment assignment = assign(columns, known);
    if (chosen && assignment.total <= best.total) continue;
    chosen = &known;
    best = std::move(assignment);
  }
  std::vector<NamedColumn> named;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!best.meaning[i]) continue;
    columns[i].trait = best.meaning[i]->trait;
    columns[i].confidence = best.confidence[i];
    named.push_back({columns[i].column, best.meaning[i]->written});
  }
  return named.empty() ? "" : filled_template(*chosen, named, name);
}

Result<FileSurvey> survey_file(const std::string& path, const std::string& name) {
  ReadOptions reading;
  reading.expected_columns = all_expected_columns();
  auto source = open_rows(path, reading);
  if (!source.ok()) return source.error();
  FileSurvey survey;
  survey.format = source.value()->format();
  for (const std::string& column : source.value()->columns()) {
    survey.columns.emplace_back();
    survey.columns.back().column = column;
  }
  auto mapping = choose_mapping(source.value()->columns(), survey.format);
  look_at_rows(*source.value(), survey);
  if (mapping.ok()) {
    survey.mapping = mapping.value().name;
    survey.mapping_text = mapping.value().text;
    explain_known(mapping.value(), survey.columns);
  } else {
    survey.mapping_text = propose_mapping(survey.columns, name);
  }
  return survey;
}

}  // namespace confronta::importers
