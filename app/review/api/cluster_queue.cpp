// The queue of clusters: where several people and bodies are in play, which to look at next.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "app/review/api/answer.h"
#include "app/review/api/cards.h"
#include "app/review/api/pair_view.h"
#include "app/review/api/wanted.h"
#include "engine/store/search.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;
using Number = std::uint32_t;

Result<ClusterPage> cluster_of(const Asked& asked, Number number) {
  const Parameters& parameters = asked.run->options().parameters;
  return read_cluster(*asked.store, asked.run->heading().number, number,
                      parameters["inference.cluster_posterior"],
                      parameters["inference.claim_posterior"]);
}

/// Which clusters, in which order. The store is asked for the pairs of those alone that somebody
/// wrote in: of all others every pair is open and nobody's.
class ClusterQueue {
 public:
  ClusterQueue(const ApiRequest& request, const Asked& asked, Wanted wanted)
      : request_(request), asked_(asked), wanted_(std::move(wanted)) {}

  /// The numbers of all that are wanted.
  Result<std::vector<Number>> numbers() {
    std::vector<Number> all(asked_.run->heading().clusters);  // 1, 2, ..., strongest first
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Number>(i + 1);
    const bool everything = !wanted_.state && wanted_.who != "mine" && wanted_.who != "unclaimed" &&
                            wanted_.sort != "age" && wanted_.sort != "changed";
    if (everything && wanted_.query.empty()) return all;
    auto members = read_cluster_members(*asked_.store, asked_.run->heading().number);
    if (!members) return members.error();
    members_ = std::move(members).value();
    note_who_wrote();
    if (auto found = keep_found(all); !found) return found.error();
    std::vector<Number> taken;
    for (const Number number : all) {
      auto takes = this->takes(number);
      if (!takes) return takes.error();
      if (takes.value()) taken.push_back(number);
    }
    sort(taken);
    return taken;
  }

 private:
  /// The newest instant at which somebody wrote of a pair between members; "" where all that was
  /// written are claims.
  void note_who_wrote() {
    std::unordered_map<std::string_view, Number> number_of;
    for (const auto& [id, member] : members_) number_of.emplace(id, member.cluster);
    for (const auto& [rows, entry] : asked_.board->entries()) {
      const auto left = number_of.find(entry.pair.left);
      const auto right = number_of.find(entry.pair.right);
      if (left == number_of.end() || right == number_of.end() || left->second != right->second)
        continue;
      std::string& changed = changed_[left->second];
      changed = std::max(changed, entry.changed);
    }
  }

  Status keep_found(std::vector<Number>& numbers) const {
    if (wanted_.query.empty()) return success();
    auto hits = search_subjects(*asked_.store, wanted_.query, most_found);
    if (!hits) return hits.error();
    std::set<Number> found;
    for (const SearchHit& hit : hits.value())
      if (const auto at = members_.find(hit.id); at != members_.end())
        found.insert(at->second.cluster);
    numbers.assign(found.begin(), found.end());
    return success();
  }

  Result<bool> takes(Number number) const {
    const auto written = changed_.find(number);
    if (written == changed_.end())
      return (!wanted_.state || *wanted_.state == ReviewState::open) && wanted_.who != "mine" &&
             wanted_.sort != "changed";
    if (wanted_.sort == "changed" && written->second.empty()) return false;
    auto page = cluster_of(asked_, number);
    if (!page) return page.error();
    bool in_state = !wanted_.state, mine = false, claimed = false;
    for (const RunPair& pair : page.value().pairs) {
      const BoardEntry* entry = asked_.board->find({pair.relation, pair.left, pair.right});
      in_state = in_state || (entry ? entry->state : ReviewState::open) == *wanted_.state;
      if (!entry || entry->holder.empty()) continue;
      claimed = true;
      mine = mine || entry->holder == request_.who.name;
    }
    return in_state && (wanted_.who != "mine" || mine) && (wanted_.who != "unclaimed" || !claimed);
  }

  void sort(std::vector<Number>& numbers) const {
    if (wanted_.sort == "changed")
      std::stable_sort(numbers.begin(), numbers.end(),
                       [&](Number a, Number b) { return changed_.at(a) > changed_.at(b); });
    if (wanted_.sort != "age") return;
    std::map<Number, std::pair<bool, Day>> begun;  // without reports; when
    for (const auto& [id, member] : members_) {
      const std::pair<bool, Day> mine{member.kind != SubjectKind::report,
                                      case_day(request_, asked_, id)};
      const auto [at, first] = begun.emplace(member.cluster, mine);
      if (!first) at->second = std::min(at->second, mine);
    }
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](Number a, Number b) { return begun.at(a).second < begun.at(b).second; });
  }

  const ApiRequest& request_;
  const Asked& asked_;
  Wanted wanted_;
  std::map<std::string, ClusterMember> members_;
  std::map<Number, std::string> changed_;  // of the clusters that somebody wrote in
};

/// `posterior` is null where one of the pairs is claimed by the person and waits for their opinion.
Json item_of(const ApiRequest& request, const Asked& asked, const ClusterPage& page, bool& hidden) {
  const RunCluster& c = page.cluster;
  std::uint64_t open = 0;
  double best = 0;
  bool blind = false;
  for (const RunPair& pair : page.pairs) {
    const ReviewPair key{pair.relation, pair.left, pair.right};
    if (pair.relation != Relation::identity) continue;
    best = std::max(best, pair.posterior);
    blind = blind || hides_numbers(asked, request.who, key);
    const ReviewState state = asked.board->state(key);
    open += state != ReviewState::final && state != ReviewState::excluded;
  }
  hidden = hidden || blind;
  const auto cards = [&](const std::vector<std::string>& ids) {
    Json list = Json::array();
    for (const std::string& id : ids) list.push_back(card_of(request.language, *asked.run, id));
    return list;
  };
  return {{"cluster", c.number},
          {"people", c.people},
          {"bodies", c.bodies},
          {"parts", c.parts},
          {"duplicates", c.duplicate_reports},
          {"conflicts", c.conflicts.size()},
          {"posterior", blind ? Json(nullptr) : Json(best)},
          {"reports", cards(c.reports)},
          {"remains", cards(c.remains)},
          {"open", open}};  // the identity pairs that nobody has closed
}

}  // namespace

ApiResponse queue_of_clusters(const ApiRequest& request, const Asked& asked) {
  const Wanted wanted = wanted_of(request);
  auto numbers = ClusterQueue{request, asked, wanted}.numbers();
  if (!numbers) return failure(request, numbers.error());
  Json items = Json::array();
  bool hidden = false;
  for (std::uint64_t i = wanted.offset; i < numbers.value().size() && items.size() < wanted.limit;
       ++i) {
    auto page = cluster_of(asked, numbers.value()[i]);
    if (!page) return failure(request, page.error());
    items.push_back(item_of(request, asked, page.value(), hidden));
  }
  return answer(
      {{"total", numbers.value().size()}, {"items", std::move(items)}, {"hidden", hidden}});
}

}  // namespace confronta::app::review
