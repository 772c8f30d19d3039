// A cluster as a graph: what an expert looks at first where several people and bodies are in play.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

#include "app/review/api/answer.h"
#include "app/review/api/asked.h"
#include "app/review/api/cards.h"
#include "app/review/api/handlers.h"
#include "app/review/api/pair_view.h"
#include "models/domain/number_text.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

// Groups whose weakest link is below this are shown as something that may be taken apart.
constexpr double safe_merge = 0.99;

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

class ClusterView {
 public:
  ClusterView(const ApiRequest& request, const Asked& asked, const ClusterPage& page)
      : request_(request), asked_(asked), page_(page) {}

  Result<Json> json() const {
    auto remainders = this->remainders();
    if (!remainders) return remainders.error();
    return Json{{"cluster", page_.cluster.number},
                {"people", page_.cluster.people},
                {"bodies", page_.cluster.bodies},
                {"parts", page_.cluster.parts},
                {"duplicates", page_.cluster.duplicate_reports},
                {"nodes", nodes()},
                {"edges", edges()},
                {"conflicts", conflicts()},
                {"proposals", proposals()},
                {"remainders", std::move(remainders).value()}};
  }

 private:
  Json nodes() const {
    Json nodes = Json::array();
    for (const auto* ids : {&page_.cluster.reports, &page_.cluster.remains})
      for (const std::string& id : *ids) {
        Json node = card_of(request_.language, *asked_.run, id);
        node["row"] = asked_.run->row_of(id);
        node["state"] = state_of(asked_.run->row_of(id));
        nodes.push_back(std::move(node));
      }
    return nodes;
  }

  /// The furthest that any of a row's pairs here has come.
  std::string_view state_of(const std::string& row) const {
    ReviewState best = ReviewState::open;
    for (const RunPair& pair : page_.pairs) {
      if (pair.relation != Relation::identity || (pair.left != row && pair.right != row)) continue;
      const ReviewState state = asked_.board->state({pair.relation, pair.left, pair.right});
      const auto weight = [](ReviewState s) {
        return s == ReviewState::final      ? 5
               : s == ReviewState::agreed   ? 4
               : s == ReviewState::disputed ? 3
               : s == ReviewState::proposed ? 2
               : s == ReviewState::open     ? 0
                                            : 1;
      };
      if (weight(state) > weight(best)) best = state;
    }
    return state_name(best);
  }

  Json edges() const {
    Json edges = Json::array();
    for (const RunPair& pair : page_.pairs) {
      const ReviewPair key{pair.relation, pair.left, pair.right};
      const bool hidden = hides_numbers(asked_, request_.who, key);
      edges.push_back(
          {{"pair", key_of(key)},
           {"left", pair.left},
           {"right", pair.right},
           {"relation", relation_name(pair.relation)},
           {"log10_lr", hidden ? Json(nullptr) : Json(pair.score.log10())},
           {"posterior", hidden ? Json(nullptr) : Json(pair.posterior)},
           {"pairwise_posterior", hidden ? Json(nullptr) : Json(pair.pairwise_posterior)},
           {"decided", decided_name(pair.decided)},
           {"state", state_name(asked_.board->state(key))}});
    }
    return edges;
  }

  Json conflicts() const {
    Json conflicts = Json::array();
    for (const RunConflict& c : page_.cluster.conflicts)
      conflicts.push_back(
          {{"code", c.code},
           {"ids", c.ids},
           {"text", say(request_.language, "conflict." + c.code, {joined(c.ids)})}});
    return conflicts;
  }

  /// Records that may be one and were not merged, and merged ones that hang by a weak link.
  Json proposals() const {
    Json proposals = Json::array();
    for (const RunPair& pair : page_.pairs)
      if (pair.relation != Relation::identity &&
          asked_.run->row_of(pair.left) != asked_.run->row_of(pair.right))
        proposals.push_back(proposal("merge", {pair.left, pair.right}, pair));
    for (const RunGroup& group : asked_.run->groups()) {
      const auto here = [&](const std::string& id) {
        const auto& cluster = page_.cluster;
        return std::find(cluster.reports.begin(), cluster.reports.end(), id) !=
                   cluster.reports.end() ||
               std::find(cluster.remains.begin(), cluster.remains.end(), id) !=
                   cluster.remains.end();
      };
      if (group.posterior >= safe_merge || !here(group.id)) continue;
      if (const RunPair* weakest = weakest_link(group))
        proposals.push_back(proposal("split", group.members, *weakest));
    }
    return proposals;
  }

  /// The pair that a group hangs by: its posterior is the group's.
  const RunPair* weakest_link(const RunGroup& group) const {
    const auto member = [&](const std::string& id) {
      return std::binary_search(group.members.begin(), group.members.end(), id);
    };
    const RunPair* weakest = nullptr;
    for (const RunPair& pair : page_.pairs) {
      if (pair.relation == Relation::identity || !member(pair.left) || !member(pair.right))
        continue;
      const auto far = [&](const RunPair& p) { return std::fabs(p.posterior - group.posterior); };
      if (!weakest || far(pair) < far(*weakest)) weakest = &pair;
    }
    return weakest;
  }

  /// `pair` is what is decided of it: to merge is to hold that the two are one, to split that the
  /// two of the weakest link are not.
  Json proposal(const std::string& kind, const std::vector<std::string>& ids,
                const RunPair& pair) const {
    const ReviewPair key{pair.relation, pair.left, pair.right};
    const bool hidden = hides_numbers(asked_, request_.who, key);
    return {{"kind", kind},
            {"ids", ids},
            {"pair", key_of(key)},
            {"relation", relation_name(pair.relation)},
            {"state", state_name(asked_.board->state(key))},
            {"posterior", hidden ? Json(nullptr) : Json(pair.posterior)},
            {"text", say(request_.language, "review." + kind, {joined(ids)})}};
  }

  /// What is left of a row's 1 would tell the posterior of a pair that the person must not see yet.
  bool hides(const std::string& row) const {
    return std::any_of(page_.pairs.begin(), page_.pairs.end(), [&](const RunPair& pair) {
      return pair.relation == Relation::identity && (pair.left == row || pair.right == row) &&
             hides_numbers(asked_, request_.who, {pair.relation, pair.left, pair.right});
    });
  }

  Result<Json> remainders() const {
    Json list = Json::array();
    for (const auto* ids : {&page_.cluster.reports, &page_.cluster.remains})
      for (const std::string& id : *ids) {
        if (asked_.run->row_of(id) != id) continue;  // told once for each row
        auto rest = read_remainder(*asked_.store, asked_.run->heading().number, id);
        if (!rest) return rest.error();
        if (!rest.value()) continue;
        const bool hidden = hides(id);
        list.push_back({{"id", id},
                        {"none", hidden ? Json(nullptr) : Json(rest.value()->none)},
                        {"unlisted", hidden ? Json(nullptr) : Json(rest.value()->unlisted)},
                        {"method", rest.value()->method}});
      }
    return list;
  }

  const ApiRequest& request_;
  const Asked& asked_;
  const ClusterPage& page_;
};

}  // namespace

ApiResponse get_cluster(const ApiRequest& request, ReviewContext& context) {
  auto asked = ask(context);
  if (!asked) return failure(request, asked.error());
  const auto number = parse_number(request.path[1]);
  if (!number || !(*number >= 1 && *number < 4e9))
    return failure(request, Error{"cluster.unknown", {request.path[1]}, {}});
  const Parameters& parameters = asked.value().run->options().parameters;
  auto page =
      read_cluster(*asked.value().store, asked.value().run->heading().number,
                   static_cast<std::uint32_t>(*number), parameters["inference.cluster_posterior"],
                   parameters["inference.claim_posterior"]);
  if (!page) return failure(request, page.error());
  auto json = ClusterView{request, asked.value(), page.value()}.json();
  return json ? answer(json.value()) : failure(request, json.error());
}

}  // namespace confronta::app::review
