#include <optional>
#include <string>

#include "importers/mapping/read_rule.h"
#include "importers/normalise/text.h"
#include "models/domain/number_text.h"
#include "models/stats/portable_math.h"

namespace confronta::importers {
namespace {

struct Word {
  std::string_view beginning, meaning;
};

constexpr Word methods[] = {{"HUELLA", "fingerprint"},
                            {"DACTIL", "fingerprint"},
                            {"LOFOSC", "fingerprint"},
                            {"AFIS", "fingerprint"},
                            {"INE", "fingerprint"},
                            {"FINGER", "fingerprint"},
                            {"GENET", "dna"},
                            {"ADN", "dna"},
                            {"DNA", "dna"},
                            {"KINSHIP", "dna"},
                            {"ODONT", "dental"},
                            {"DENT", "dental"},
                            {"OTRO", "other"},
                            {"OTHER", "other"}};
constexpr Word results[] = {{"SIN HIT", "no_hit"},
                            {"NO HIT", "no_hit"},
                            {"SIN COINCIDENCIA", "no_hit"},
                            {"NO COINCID", "no_hit"},
                            {"SIN RESULTADO", "no_hit"},
                            {"NEGATIV", "no_hit"},
                            {"NO POSIBLE", "not_possible"},
                            {"NOT POSSIBLE", "not_possible"},
                            {"NO APT", "not_possible"},
                            {"NO UTIL", "not_possible"},
                            {"NO CONCLUYENTE", "inconclusive"},
                            {"INCONCLU", "inconclusive"},
                            {"HIT", "hit"},
                            {"COINCID", "hit"},
                            {"POSITIV", "hit"},
                            {"MATCH", "hit"}};
constexpr Word workflows[] = {{"RECIBID", "received"},   {"RECEIVED", "received"},
                              {"VERIFIC", "verified"},   {"VERIFIED", "verified"},
                              {"CONFIRMAD", "verified"}, {"NOTIFIC", "notified"},
                              {"NOTIFIED", "notified"},  {"ENTREGAD", "handed_over"},
                              {"HANDED", "handed_over"}, {"RESTITUID", "handed_over"}};

/// The meaning of the first entry that begins a word of the text; nothing if there is none.
template <std::size_t n>
std::optional<std::string> meaning(std::string_view text, const Word (&list)[n]) {
  const std::string folded = fold_words(text);
  for (const Word& entry : list) {
    for (auto at = folded.find(entry.beginning); at != std::string::npos;
         at = folded.find(entry.beginning, at + 1))
      if (at == 0 || folded[at - 1] == ' ') return std::string{entry.meaning};
  }
  return std::nullopt;
}

std::optional<double> number_of(std::string_view text) {
  std::string plain;
  for (const char c : text) plain += c == ',' ? '.' : c;
  const bool percent = !plain.empty() && plain.back() == '%';
  if (percent) plain.pop_back();
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  const auto number = parse_number(plain);
  return number && percent ? std::optional{*number / 100} : number;
}

}  // namespace

void read_external_result_rule(const Rule& rule, const RuleCells& cells, Collector& out) {
  const auto bad = [&](Part part) {
    const Error error{"value.bad_external_result", {std::string{cells.text(part)}}, {}};
    out.add_unreadable(rule, cells.column(), cells.raw(), error);
  };
  const auto given = [&](Part part) { return cells.has(part) && !sentinel(cells.text(part)); };
  // Without a method or a result the other cells say nothing ("LABORATORIO" filled in advance).
  if (!given(Part::result) && !given(Part::lr) && !given(Part::log10_lr)) {
    out.add_state(rule.trait, ObservationState::unknown, cells.column());
    return;
  }
  ExternalResult result;
  const auto method = meaning(cells.text(Part::method), methods);
  result.method = method.value_or("other");
  if (given(Part::result)) {
    const auto word = meaning(cells.text(Part::result), results);
    if (!word) return bad(Part::result);
    result.result = *word;
  }
  if (given(Part::workflow)) {
    const auto word = meaning(cells.text(Part::workflow), workflows);
    if (!word) return bad(Part::workflow);
    result.workflow = *word;
  }
  if (given(Part::log10_lr)) {
    const auto number = number_of(cells.text(Part::log10_lr));
    if (!number) return bad(Part::log10_lr);
    result.has_lr = true;
    result.log10_lr = *number;
  } else if (given(Part::lr)) {
    const auto number = number_of(cells.text(Part::lr));
    if (!number || *number <= 0) return bad(Part::lr);  // log10(0) is no number
    result.has_lr = true;
    result.log10_lr = portable_log10(*number);
  }
  if (given(Part::error_rate)) {
    const auto number = number_of(cells.text(Part::error_rate));
    if (!number || *number < 0 || *number > 1) return bad(Part::error_rate);
    result.has_error_rate = true;
    result.error_rate = *number;
  }
  if (given(Part::subject)) result.subject = cells.text(Part::subject);
  if (given(Part::laboratory)) result.laboratory = cells.text(Part::laboratory);
  out.add(rule.trait, std::move(result), cells.column());
}

}  // namespace confronta::importers
