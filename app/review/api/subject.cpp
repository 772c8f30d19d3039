// One subject: everything that is known, by versions, with all its candidates; and its raw row.

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/asked.h"
#include "app/review/api/cards.h"
#include "app/review/api/handlers.h"
#include "app/review/api/pair_view.h"
#include "engine/store/subjects.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

constexpr double plausible = 0.01;  // the posterior from which two records of a side are listed

Json observations_of(Language language, const SubjectPage& page, const SubjectVersion& version) {
  Json list = Json::array();
  for (const Observation& o : version.observations)
    list.push_back(observation_json(language, o, page.id, version.file));
  return list;
}

Json versions_of(Language language, const SubjectPage& page) {
  Json versions = Json::array();
  for (const SubjectVersion& version : page.versions)
    versions.push_back({{"number", version.number},
                        {"instant", version.instant},
                        {"mapping", version.mapping},
                        {"file", version.file},
                        {"row", version.first_row},
                        {"raw", version.raw},
                        {"observations", observations_of(language, page, version)}});
  return versions;
}

Result<Json> candidates_of(const ApiRequest& request, const Asked& asked, const std::string& id) {
  auto pairs = read_pairs_of(*asked.store, asked.run->heading().number, Relation::identity,
                             asked.run->row_of(id));
  if (!pairs) return pairs.error();
  Json list = Json::array();
  for (const RunPair& pair : pairs.value()) {
    const ReviewPair key{Relation::identity, pair.left, pair.right};
    list.push_back(item_json(request, asked, key, &pair, hides_numbers(asked, request.who, key)));
  }
  return list;
}

/// The pairs within its side that the run holds for plausible or people wrote of, best first.
Result<Json> same_of(const ApiRequest& request, const Asked& asked, const SubjectPage& page) {
  std::vector<Relation> relations{Relation::same_body, Relation::part};
  if (page.kind == SubjectKind::report) relations = {Relation::duplicate};
  Json list = Json::array();
  for (const Relation relation : relations) {
    auto pairs = read_pairs_of(*asked.store, asked.run->heading().number, relation, page.id);
    if (!pairs) return pairs.error();
    for (const RunPair& pair : pairs.value()) {
      const ReviewPair key{relation, pair.left, pair.right};
      const BoardEntry* entry = asked.board->find(key);
      if (pair.posterior < plausible && !(entry && !entry->handed_out)) continue;
      list.push_back(item_json(request, asked, key, &pair, hides_numbers(asked, request.who, key)));
    }
  }
  return list;
}

Json groups_of(const ReviewedRun& run, const std::string& id) {
  Json groups = Json::array();
  for (const RunGroup& group : run.groups())
    if (group.id == run.row_of(id))
      groups.push_back({{"id", group.id},
                        {"relation", relation_name(group.relation)},
                        {"posterior", group.posterior},
                        {"members", group.members}});
  return groups;
}

std::string status_word(const SubjectVersion& version) {
  for (const Observation& o : version.observations)
    if (const auto* code = std::get_if<Code>(&o.value); code && o.trait == Trait::status)
      return code->word;
  return "";
}

}  // namespace

ApiResponse get_subject(const ApiRequest& request, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return failure(request, store.error());
  auto page = read_subject(*store.value(), request.path[1]);
  if (!page) return failure(request, page.error());
  const SubjectPage& p = page.value();
  const std::string status = status_word(p.versions.back());
  Json json{{"id", p.id},
            {"kind", kind_name(p.kind)},
            {"source", p.source},
            {"status", status.empty() ? Json(nullptr) : Json(status)},
            {"withdrawn", p.withdrawn},
            {"members", Json::array({p.id})},
            {"observations", observations_of(request.language, p, p.versions.back())},
            {"versions", versions_of(request.language, p)},
            {"card", card_of(request.language, p)},
            {"candidates", Json::array()},
            {"same", Json::array()},
            {"groups", Json::array()}};
  auto asked = ask(context);
  if (!asked && asked.error().code != "run.none") return failure(request, asked.error());
  if (asked) {
    auto candidates = candidates_of(request, asked.value(), p.id);
    if (!candidates) return failure(request, candidates.error());
    json["candidates"] = std::move(candidates).value();
    auto same = same_of(request, asked.value(), p);
    if (!same) return failure(request, same.error());
    json["same"] = std::move(same).value();
    json["groups"] = groups_of(*asked.value().run, p.id);
    json["members"] = asked.value().run->members_of(p.id);
  }
  return answer(json);
}

ApiResponse get_raw(const ApiRequest& request, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return failure(request, store.error());
  auto page = read_subject(*store.value(), request.path[1]);
  if (!page) return failure(request, page.error());
  const auto& versions = page.value().versions;
  const auto newest = static_cast<std::int64_t>(versions.size());
  const auto number = request.query_number("version", newest, 1, newest);
  const SubjectVersion& version = versions[static_cast<std::size_t>(number - 1)];
  const Observation* first = version.observations.empty() ? nullptr : &version.observations[0];
  return answer({{"raw", version.raw},
                 {"file", version.file},
                 {"sheet", first ? first->from.sheet : ""},
                 {"row", version.first_row},
                 {"version", version.number},
                 {"versions", newest}});
}

}  // namespace confronta::app::review
