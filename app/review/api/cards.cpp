#include "app/review/api/cards.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

#include "app/review/api/json_object.h"
#include "app/value_text.h"
#include "engine/store/subjects.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

const Observation* first_of(const std::vector<Observation>& observations,
                            std::initializer_list<Trait> traits) {
  for (const Trait trait : traits)
    for (const Observation& o : observations)
      if (o.trait == trait && o.state == ObservationState::observed) return &o;
  return nullptr;
}

Json text_or_null(Language language, const Observation* observation) {
  return observation ? Json(value_text(language, *observation)) : Json(nullptr);
}

Json word_or_null(const Observation* observation) {
  const Code* code = observation ? std::get_if<Code>(&observation->value) : nullptr;
  return code ? Json(code->word) : Json(nullptr);
}

/// A name, else a folio, else the id within its source.
std::string title_of(Language language, const TraitTable::Row& row) {
  if (const Observation* named = first_of(row.observations, {Trait::name}))
    return value_text(language, *named);
  if (const Observation* folio = first_of(row.observations, {Trait::identifier}))
    if (const auto* identifier = std::get_if<Identifier>(&folio->value)) return identifier->value;
  const auto colon = row.id.find(':');
  return colon == std::string::npos ? row.id : row.id.substr(colon + 1);
}

Json date_of(const TraitTable::Row& row) {
  const bool report = row.kind == SubjectKind::report;
  const Observation* found =
      report
          ? first_of(row.observations, {Trait::event_date, Trait::report_date})
          : first_of(row.observations, {Trait::found_date, Trait::intake_date, Trait::death_date});
  const DateInterval* date = found ? std::get_if<DateInterval>(&found->value) : nullptr;
  return date ? Json(iso_date(date->from)) : Json(nullptr);
}

}  // namespace

Json card_of(Language language, const ReviewedRun& run, const std::string& id) {
  const TraitTable::Row* row = run.subject(id);
  return row ? card_of(language, *row, run.withdrawn(id)) : Json{{"id", id}};
}

Json card_of(Language language, const SubjectPage& page) {
  const TraitTable::Row row{page.id, page.kind, {}, page.versions.back().observations};
  return card_of(language, row, page.withdrawn);
}

Json card_of(Language language, const TraitTable::Row& row, bool withdrawn) {
  const auto& all = row.observations;
  return object_of(
      field("id", row.id), field("kind", kind_name(row.kind)),
      field("source", row.id.substr(0, row.id.find(':'))), field("title", title_of(language, row)),
      field("sex", word_or_null(first_of(all, {Trait::sex}))),
      field("age", text_or_null(language, first_of(all, {Trait::age, Trait::age_at_report}))),
      field("place",
            text_or_null(language, first_of(all, {Trait::place_last_seen, Trait::place_found,
                                                  Trait::place_held, Trait::place_residence}))),
      field("date", date_of(row)), field("status", word_or_null(first_of(all, {Trait::status}))),
      field("withdrawn", withdrawn));
}

Json observation_json(Language language, const Observation& o, const std::string& member,
                      const std::string& file) {
  return object_of(field("trait", trait_info(o.trait).name), field("value", value_json(o)),
                   field("text", value_text(language, o)), field("state", state_name(o.state)),
                   field("file", file), field("sheet", o.from.sheet), field("row", o.from.row),
                   field("column", o.from.column), field("member", member));
}

Result<Json> subject_json(Language language, Store& store, const ReviewedRun& run,
                          const TraitTable::Row& row) {
  const std::vector<std::string> members =
      row.members.empty() ? std::vector<std::string>{row.id} : row.members;
  std::vector<std::string> files;
  for (const std::string& member : members) {
    const RecordVersion* shown = run.version(member);
    auto file = read_version_file(store, member, shown ? shown->number : 0);
    if (!file) return file.error();
    files.push_back(std::move(file).value());
  }
  Json observations = Json::array();
  for (const Observation& o : row.observations) {
    const std::size_t member = std::min<std::size_t>(o.from.record, members.size() - 1);
    // A sample's calls come from its own laboratory's file, not from the member's.
    const bool dna = o.trait == Trait::genotypes || o.trait == Trait::y_haplotype ||
                     o.trait == Trait::mt_haplotype;
    observations.push_back(
        observation_json(language, o, members[member], dna ? "" : files[member]));
  }
  const auto withdrawn = [&](const std::string& id) { return run.withdrawn(id); };
  return Json{{"id", row.id},
              {"kind", kind_name(row.kind)},
              {"card", card_of(language, run, row.id)},
              {"status", word_or_null(first_of(row.observations, {Trait::status}))},
              {"withdrawn", std::all_of(members.begin(), members.end(), withdrawn)},
              {"members", members},
              {"observations", std::move(observations)}};
}

}  // namespace confronta::app::review
