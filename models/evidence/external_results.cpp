// Results from outside: fingerprint searches (AFIS, INE) and comparisons of laboratories, with
// their own likelihood ratio or error rate. docs/method/external_results.md.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "models/evidence/common/findings.h"
#include "models/evidence/common/observed.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory external_results_model();
namespace {

constexpr std::array<Trait, 1> traits{Trait::external_result};

/// What a record has that makes a result about somebody else, or no result, say something.
enum Holding : unsigned { has_curp = 1, has_fub = 2, has_voter_key = 4, holdings = 8 };

struct Heard {
  const ExternalResult* result;
  const char* reason;
  double ratio;
};

/// Upper case without spaces: laboratories write folios in their own way.
std::string plain(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != ' ') letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return letters;
}

/// What a subject may call a record: its id, the ids merged into it, the values of its identifiers.
std::vector<std::string> calls_of(const TraitTable& table, RowId row) {
  std::vector<std::string> calls{plain(table.id(row))};
  for (const std::string& member : table.row(row).members) calls.push_back(plain(member));
  for (const auto* identifier : observed_values<Identifier>(table, row, Trait::identifier))
    calls.push_back(plain(identifier->value));
  std::sort(calls.begin(), calls.end());
  calls.erase(std::unique(calls.begin(), calls.end()), calls.end());
  return calls;
}

bool names(const ExternalResult& result, const std::vector<std::string>& calls) {
  return !result.subject.empty() &&
         std::binary_search(calls.begin(), calls.end(), plain(result.subject));
}

unsigned holding_of(const TraitTable& table, RowId row) {
  unsigned holding = 0;
  for (const auto* identifier : observed_values<Identifier>(table, row, Trait::identifier)) {
    if (identifier->type == "curp") holding |= has_curp;
    if (identifier->type == "fub") holding |= has_fub;
    if (identifier->type == "voter_key") holding |= has_voter_key;
  }
  return holding;
}

/// Whether a subject has the shape of an identifier that the record holds (with another value): a
/// CURP is 18 letters with a date from the fifth on, a search folio 37 with dashes after 9 and 14.
bool is_another_of(std::string_view subject, unsigned holding) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (subject.size() == 18)
    return (holding & has_curp) != 0 && !is_digit(subject[0]) &&
           std::all_of(subject.begin() + 4, subject.begin() + 10, is_digit);
  if (subject.size() == 37)
    return (holding & has_fub) != 0 && subject[9] == '-' && subject[14] == '-';
  return false;
}

class ExternalResults final : public Evidence {
 public:
  explicit ExternalResults(const Preparation& p)
      : left_table_(p.left),
        right_table_(p.right),
        parameters_(p.parameters),
        hit_rate_(p.parameters["external_results.hit_rate"]),
        hit_if_same_(p.parameters["external_results.prints_in_base"] *
                     p.parameters["external_results.sensitivity"]) {
    for (RowId row = 0; row < p.left.size(); ++row) holding_.push_back(holding_of(p.left, row));
    for (RowId row = 0; row < p.right.size(); ++row) {
      const auto results = results_of(p.right, row);
      general_of_.push_back(results.empty() ? 0 : static_cast<std::uint32_t>(general_.size()) + 1);
      if (results.empty()) continue;
      auto& general = general_.emplace_back();
      for (unsigned holding = 0; holding < holdings; ++holding)
        general[holding] = score(unnamed(results, holding));
    }
    link();
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    const auto& links = links_[left];
    if (links.empty() && general_.empty()) return;
    auto link = links.begin();
    for (std::size_t k = 0; k < right.size(); ++k) {
      while (link != links.end() && link->right < right[k]) ++link;
      if (link != links.end() && link->right == right[k])
        sum[k] += link->score;
      else if (const std::uint32_t general = general_of_[right[k]])
        sum[k] += general_[general - 1][holding_[left]];
    }
  }

  Finding explain(RowId left, RowId right) const override;

  void positives(RowId left, std::vector<RowId>& right) const override {
    for (const Link& link : links_[left]) right.push_back(link.right);
  }
  /// Without a link a result speaks against or, if nobody was found, hardly for anyone.
  Score sparse_ceiling(RowId left) const override {
    Score ceiling{};
    for (const auto& general : general_) ceiling = std::max(ceiling, general[holding_[left]]);
    return ceiling;
  }

 private:
  struct Link {
    RowId right;
    Score score;
  };
  using Results = std::vector<const ExternalResult*>;

  static Results results_of(const TraitTable& table, RowId row) {
    return observed_values<ExternalResult>(table, row, Trait::external_result);
  }

  /// The rate of false hits: stated, or assumed by whether anyone has checked the hit.
  double error_of(const ExternalResult& r) const {
    const double least = parameters_["external_results.least_error"];
    if (r.has_error_rate) return std::clamp(r.error_rate, least, 0.5);
    const bool checked =
        r.workflow == "verified" || r.workflow == "notified" || r.workflow == "handed_over";
    return parameters_[checked ? "external_results.error_verified"
                               : "external_results.error_received"];
  }

  Heard named(const ExternalResult& r) const {
    const double error = error_of(r);
    if (r.has_lr) {
      const double bound = parameters_["external_results.most_bans"];
      const double stated = portable_pow(10, std::clamp(r.log10_lr, -bound, bound));
      return {&r, "external_results.stated", (1 - error) * stated + error};
    }
    if (r.result == "hit")
      return {&r, "external_results.hit",
              hit_if_same_ * parameters_["external_results.people_in_base"] / error};
    if (r.result == "no_hit") return {&r, "external_results.excluded", error};
    return {&r, "external_results.undecided", 1};
  }

  /// What results of the right side say of a left record that none of them names.
  std::vector<Heard> unnamed(const Results& results, unsigned holding) const {
    std::vector<Heard> heard;
    for (const ExternalResult* r : results) {
      const double error = error_of(*r);
      if (r->result == "hit" && is_another_of(plain(r->subject), holding))
        heard.push_back({r, "external_results.other", std::min(1.0, error / hit_rate_)});
      if (r->result == "no_hit" && r->subject.empty() && r->method == "fingerprint" &&
          (holding & has_voter_key) != 0)
        heard.push_back(
            {r, "external_results.not_found", (1 - hit_if_same_ - error) / (1 - hit_rate_)});
    }
    return heard;
  }

  /// Results on either side that name the other.
  std::vector<Heard> naming(RowId left, RowId right) const {
    std::vector<Heard> heard;
    const auto listen = [&](const TraitTable& table, RowId row, const TraitTable& other_table,
                            RowId other) {
      const Results results = results_of(table, row);
      if (results.empty()) return;
      const auto calls = calls_of(other_table, other);
      for (const ExternalResult* r : results)
        if (names(*r, calls)) heard.push_back(named(*r));
    };
    listen(left_table_, left, right_table_, right);
    listen(right_table_, right, left_table_, left);
    return heard;
  }

  /// Methods are independent; results of one method are often reports of one search: their mean.
  static Score score(const std::vector<Heard>& heard) {
    std::map<std::string_view, std::pair<double, int>> methods;
    for (const Heard& h : heard) {
      methods[h.result->method].first += h.ratio;
      methods[h.result->method].second += 1;
    }
    Score total{};
    for (const auto& [method, sum] : methods)
      total += Score::from_log10(portable_log10(sum.first / sum.second));
    return total;
  }

  void link() {
    std::map<std::string, std::vector<RowId>> lefts, rights;
    for (RowId row = 0; row < left_table_.size(); ++row)
      for (std::string& call : calls_of(left_table_, row)) lefts[std::move(call)].push_back(row);
    for (RowId row = 0; row < right_table_.size(); ++row)
      for (std::string& call : calls_of(right_table_, row)) rights[std::move(call)].push_back(row);
    std::vector<std::pair<RowId, RowId>> pairs;
    for (RowId row = 0; row < left_table_.size(); ++row)
      for (const ExternalResult* r : results_of(left_table_, row))
        if (const auto at = rights.find(plain(r->subject));
            at != rights.end() && !r->subject.empty())
          for (const RowId other : at->second) pairs.emplace_back(row, other);
    for (RowId row = 0; row < right_table_.size(); ++row)
      for (const ExternalResult* r : results_of(right_table_, row))
        if (const auto at = lefts.find(plain(r->subject)); at != lefts.end() && !r->subject.empty())
          for (const RowId other : at->second) pairs.emplace_back(other, row);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    links_.resize(left_table_.size());
    for (const auto& [left, right] : pairs)
      links_[left].push_back({right, score(naming(left, right))});
  }

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  Parameters parameters_;
  double hit_rate_;
  double hit_if_same_;
  std::vector<unsigned> holding_;          // by left row
  std::vector<std::uint32_t> general_of_;  // by right row; 0: it has no results
  std::vector<std::array<Score, holdings>> general_;
  std::vector<std::vector<Link>> links_;  // by left row, sorted
};

Finding ExternalResults::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, traits, right_table_, right, traits);
  // A result stands on one side only: the other has nothing to record.
  finding.state = std::min(left_table_.state(left, Trait::external_result),
                           right_table_.state(right, Trait::external_result));
  const Results mine = results_of(left_table_, left);
  const Results theirs = results_of(right_table_, right);
  if (mine.empty() && theirs.empty()) return missing(std::move(finding), Trait::external_result);
  std::vector<Heard> heard = naming(left, right);
  if (heard.empty()) heard = unnamed(theirs, holding_[left]);
  finding.score = score(heard);
  if (heard.empty()) finding.reason = "external_results.not_about";
  for (const Heard& h : heard) {
    Finding detail;
    detail.score = Score::from_log10(portable_log10(h.ratio));
    detail.reason = h.reason;
    const std::string workflow = h.result->workflow.empty() ? "unknown" : h.result->workflow;
    const std::string method = h.result->method.empty() ? "other" : h.result->method;
    detail.arguments = {"@method." + method, "@workflow." + workflow};
    // The one that says most, either way, gives the reason of the whole.
    if (finding.reason.empty() ||
        std::abs(detail.score.units) > std::abs(finding.details.front().score.units)) {
      finding.reason = detail.reason;
      finding.arguments = detail.arguments;
      finding.details.insert(finding.details.begin(), std::move(detail));
    } else {
      finding.details.push_back(std::move(detail));
    }
  }
  return finding;
}

/// Nothing is counted: the rates are the laboratories' own, or assumed.
void estimate(const Estimation& /*estimation*/, ReferenceSet& /*reference*/) {}

std::unique_ptr<Evidence> prepare(const Preparation& p) {
  return std::make_unique<ExternalResults>(p);
}

}  // namespace

ModelFactory external_results_model() { return {estimate, prepare}; }

}  // namespace confronta
