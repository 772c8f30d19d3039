// The queue: which pairs to look at next.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "app/review/api/answer.h"
#include "app/review/api/cards.h"
#include "app/review/api/handlers.h"
#include "app/review/api/pair_view.h"
#include "app/review/api/wanted.h"
#include "engine/digest.h"
#include "engine/store/search.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t most_items = 500;  // of one page
constexpr double plausible = 0.01;        // posterior from which age orders the queue
constexpr std::uint64_t most_plausible = 20'000;

/// The pairs of one page, with how many there are in all.
struct Page {
  std::uint64_t total = 0;
  std::vector<std::pair<ReviewPair, std::optional<RunPair>>> pairs;
};

class PairQueue {
 public:
  PairQueue(const ApiRequest& request, const Asked& asked, Wanted wanted)
      : request_(request), asked_(asked), wanted_(std::move(wanted)) {}

  Result<Page> page() {
    if (!wanted_.query.empty())
      if (auto found = find_rows(); !found) return found.error();
    const bool written_of = wanted_.who == "mine" || wanted_.sort == "changed" ||
                            (wanted_.state && *wanted_.state != ReviewState::open);
    if (written_of) return of_the_board();
    if (!wanted_.query.empty()) return of_found_rows();
    return wanted_.sort == "age" ? by_age() : best_first();
  }

 private:
  bool takes(const ReviewPair& pair, const BoardEntry* entry) const {
    if (pair.relation != wanted_.relation) return false;
    if (wanted_.state && (entry ? entry->state : ReviewState::open) != *wanted_.state) return false;
    const std::string holder = entry ? entry->holder : "";
    if (wanted_.who == "mine" && holder != request_.who.name) return false;
    if (wanted_.who == "unclaimed" && !holder.empty()) return false;
    return wanted_.query.empty() || found_.count(pair.left) > 0 || found_.count(pair.right) > 0;
  }
  bool takes(const RunPair& pair) const {
    const ReviewPair key{pair.relation, pair.left, pair.right};
    return takes(key, asked_.board->find(key));
  }
  std::int64_t run() const { return asked_.run->heading().number; }

  Status find_rows() {
    auto hits = search_subjects(*asked_.store, wanted_.query, most_found);
    if (!hits) return hits.error();
    for (const SearchHit& hit : hits.value())
      found_.insert(wanted_.relation == Relation::identity ? asked_.run->row_of(hit.id) : hit.id);
    return success();
  }

  /// What people wrote of: few beside what a run keeps, and all in memory.
  Page of_the_board() const {
    std::vector<const BoardEntry*> entries;
    for (const auto& [rows, entry] : asked_.board->entries())
      if (takes(entry.pair, &entry) && (wanted_.who == "mine" || !entry.handed_out))
        entries.push_back(&entry);
    Page page;
    page.total = entries.size();
    if (wanted_.who == "mine")
      by_hash(entries);
    else
      std::stable_sort(entries.begin(), entries.end(),
                       [](const auto* a, const auto* b) { return a->changed > b->changed; });
    for (std::uint64_t i = wanted_.offset; i < entries.size() && page.pairs.size() < wanted_.limit;
         ++i) {
      page.pairs.emplace_back(entries[i]->pair, entries[i]->numbers);
    }
    return page;
  }

  /// An order that tells nothing, and stays as it is: by a digest of the person and the pair.
  void by_hash(std::vector<const BoardEntry*>& entries) const {
    std::vector<std::pair<std::string, const BoardEntry*>> hashed;
    for (const BoardEntry* entry : entries)
      hashed.emplace_back(digest_of(request_.who.name + '\n' + key_of(entry->pair)), entry);
    std::sort(hashed.begin(), hashed.end());
    for (std::size_t i = 0; i < hashed.size(); ++i) entries[i] = hashed[i].second;
  }

  Page slice(const std::vector<RunPair>& pairs) const {
    Page page;
    page.total = pairs.size();
    for (std::uint64_t i = wanted_.offset; i < pairs.size() && page.pairs.size() < wanted_.limit;
         ++i)
      page.pairs.emplace_back(ReviewPair{pairs[i].relation, pairs[i].left, pairs[i].right},
                              pairs[i]);
    return page;
  }

  Result<Page> of_found_rows() const {
    std::vector<RunPair> all;
    for (const std::string& row : found_) {
      auto pairs = read_pairs_of(*asked_.store, run(), wanted_.relation, row);
      if (!pairs) return pairs.error();
      for (RunPair& pair : pairs.value()) {
        // One whose both sides were found comes twice: it is taken with its report.
        if (pair.left != row && found_.count(pair.left) > 0) continue;
        if (takes(pair)) all.push_back(std::move(pair));
      }
    }
    std::sort(all.begin(), all.end(), [](const RunPair& a, const RunPair& b) {
      return std::tie(b.posterior, b.score, a.left, a.right) <
             std::tie(a.posterior, a.score, b.left, b.right);
    });
    return slice(all);
  }

  Result<Page> by_age() const {
    auto pairs = read_best_pairs(*asked_.store, run(), wanted_.relation, 0, most_plausible,
                                 plausible, [&](const RunPair& pair) { return takes(pair); });
    if (!pairs) return pairs.error();
    std::vector<std::pair<Day, const RunPair*>> dated;
    for (const RunPair& pair : pairs.value())
      dated.emplace_back(case_day(request_, asked_, pair.left), &pair);
    std::stable_sort(dated.begin(), dated.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<RunPair> sorted;
    for (const auto& [day, pair] : dated) sorted.push_back(*pair);
    return slice(sorted);
  }

  Result<Page> best_first() const {
    auto pairs =
        read_best_pairs(*asked_.store, run(), wanted_.relation, wanted_.offset, wanted_.limit, 0,
                        [&](const RunPair& pair) { return takes(pair); });
    if (!pairs) return pairs.error();
    Page page;
    const auto kept =
        asked_.run->manifest().find(std::string{relation_name(wanted_.relation)} + ".kept");
    page.total = kept == asked_.run->manifest().end() ? pairs.value().size()
                                                      : std::stoull("0" + kept->second);
    for (const auto& [rows, entry] : asked_.board->entries()) {
      if (rows.relation == wanted_.relation && !takes(entry.pair, &entry) && entry.numbers &&
          page.total > 0)
        --page.total;
    }
    for (RunPair& pair : pairs.value()) {
      ReviewPair key{pair.relation, pair.left, pair.right};
      page.pairs.emplace_back(std::move(key), std::move(pair));
    }
    return page;
  }

  const ApiRequest& request_;
  const Asked& asked_;
  Wanted wanted_;
  std::set<std::string> found_;  // rows
};

ApiResponse queue_of_pairs(const ApiRequest& request, const Asked& asked) {
  const Wanted wanted = wanted_of(request);
  PairQueue queue{request, asked, wanted};
  auto page = queue.page();
  if (!page) return failure(request, page.error());
  Json items = Json::array();
  bool hidden = false;
  for (const auto& [pair, numbers] : page.value().pairs) {
    const bool blind = hides_numbers(asked, request.who, pair);
    hidden = hidden || blind;
    items.push_back(item_json(request, asked, pair, numbers ? &*numbers : nullptr, blind));
  }
  return answer({{"total", page.value().total}, {"items", std::move(items)}, {"hidden", hidden}});
}

}  // namespace

Wanted wanted_of(const ApiRequest& request) {
  Wanted wanted;
  wanted.relation = relation_by_name(request.query_text("relation")).value_or(Relation::identity);
  wanted.state = parse_review_state(request.query_text("state"));
  wanted.who = request.query_text("who");
  wanted.sort = request.query_text("sort");
  wanted.query = request.query_text("q");
  wanted.offset = static_cast<std::uint64_t>(request.query_number("offset", 0, 0, 1LL << 40));
  wanted.limit = static_cast<std::uint64_t>(request.query_number("limit", 50, 1, most_items));
  return wanted;
}

Day case_day(const ApiRequest& request, const Asked& asked, const std::string& id) {
  const Json card = card_of(request.language, *asked.run, id);
  const auto date = card.find("date");
  const bool dated = date != card.end() && date->is_string();
  return (dated ? parse_iso_date(date->get<std::string>()) : std::nullopt).value_or(asked.today);
}

ApiResponse get_queue(const ApiRequest& request, ReviewContext& context) {
  auto asked = ask(context);
  if (!asked) return failure(request, asked.error());
  if (!request.query_text("q").empty())
    if (auto current = keep_search_current(context, *asked.value().store); !current)
      return failure(request, current.error());
  return request.query_text("kind") == "cluster" ? queue_of_clusters(request, asked.value())
                                                 : queue_of_pairs(request, asked.value());
}

}  // namespace confronta::app::review
