#include "engine/store/search.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>
#include <utility>

#include "engine/store/guarded.h"
#include "models/domain/value_codec.h"

namespace confronta {
namespace {

constexpr int records_per_transaction = 2'000;
constexpr std::uint32_t rows_per_subject = 4;  // of one subject may match: read so many more

/// What of one observation is worth finding a subject by; "" for nothing.
std::string words_of(const Observation& o) {
  if (o.state != ObservationState::observed) return "";
  if (const auto* name = std::get_if<PersonName>(&o.value))
    return name->given + ' ' + name->first_surname + ' ' + name->second_surname;
  if (const auto* identifier = std::get_if<Identifier>(&o.value)) return identifier->value;
  if (const auto* mark = std::get_if<Mark>(&o.value))
    return mark->inscription.empty() ? mark->description
                                     : mark->inscription + ' ' + mark->description;
  if (const auto* text = std::get_if<Text>(&o.value); text && o.trait == Trait::alias)
    return text->text;
  return "";
}

using Texts = std::set<std::pair<std::string_view, std::string>>;  // trait, text

Texts texts_of(const std::string& encoded) {
  const auto observations = decode_observations(encoded);
  if (!observations) throw SQLite::Exception("record");
  Texts texts;
  for (const Observation& o : observations.value())
    if (std::string words = words_of(o); words.find_first_not_of(' ') != std::string::npos)
      texts.emplace(trait_info(o.trait).name, std::move(words));
  return texts;
}

class Indexing {
 public:
  explicit Indexing(SQLite::Database& database)
      : database_(database),
        records_(database,
                 "SELECT r.id, r.subject_id, r.number, r.observations, s.name FROM record r JOIN "
                 "subject s ON s.id = r.subject_id WHERE r.id > (SELECT record_id FROM "
                 "search_progress) ORDER BY r.id LIMIT ?"),
        before_(database, "SELECT observations FROM record WHERE subject_id = ? AND number = ?"),
        add_(database, "INSERT INTO search (text, subject_id, trait) VALUES (?, ?, ?)"),
        progress_(database, "UPDATE search_progress SET record_id = ?") {}

  /// One transaction; how many records it took in.
  int batch() {
    SQLite::Transaction all{database_, SQLite::TransactionBehavior::IMMEDIATE};
    records_.reset();
    records_.bind(1, records_per_transaction);
    int count = 0;
    std::int64_t last = 0;
    for (; records_.executeStep(); ++count) {
      last = records_.getColumn(0).getInt64();
      add_record(records_.getColumn(1).getInt64(), records_.getColumn(2).getInt64());
    }
    if (count == 0) return 0;
    progress_.reset();
    progress_.bind(1, last);
    progress_.exec();
    all.commit();
    return count;
  }

 private:
  void add_record(std::int64_t subject, std::int64_t number) {
    Texts known;
    if (number > 1) {
      before_.reset();
      before_.bind(1, subject);
      before_.bind(2, number - 1);
      if (before_.executeStep()) known = texts_of(before_.getColumn(0).getString());
    } else {
      add(subject, "id", records_.getColumn(4).getString());
    }
    for (const auto& [trait, text] : texts_of(records_.getColumn(3).getString()))
      if (known.count({trait, text}) == 0) add(subject, trait, text);
  }

  void add(std::int64_t subject, std::string_view trait, const std::string& text) {
    add_.reset();
    add_.bind(1, text);
    add_.bind(2, subject);
    add_.bind(3, std::string{trait});
    add_.exec();
  }

  SQLite::Database& database_;
  SQLite::Statement records_, before_, add_, progress_;
};

/// Every word quoted, so that nothing in it is FTS5's syntax, and found by its beginning.
std::string match_of(std::string_view query) {
  std::string match;
  while (!query.empty()) {
    const auto end = query.find_first_of(" \t\n\r");
    const std::string_view word = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (word.empty()) continue;
    match += '"';
    for (const char c : word) {
      if (c == '"') match += '"';
      if (c != '\0') match += c;
    }
    match += "\"* ";
  }
  return match;
}

}  // namespace

Status update_search(Store& store) {
  return guarded([&]() -> Status {
    Indexing indexing{store.database()};
    while (indexing.batch() > 0) {
    }
    return success();
  });
}

Result<bool> search_is_current(Store& store) {
  return guarded([&]() -> Result<bool> {
    return store.database()
               .execAndGet(
                   "SELECT coalesce(max(id), 0) <= (SELECT record_id FROM search_progress) FROM "
                   "record")
               .getInt() != 0;
  });
}

Result<std::vector<SearchHit>> search_subjects(Store& store, std::string_view query,
                                               std::uint32_t most) {
  return guarded([&]() -> Result<std::vector<SearchHit>> {
    std::vector<SearchHit> hits;
    const std::string match = match_of(query);
    if (match.empty()) return hits;
    SQLite::Statement find{store.database(),
                           "SELECT s.name, s.kind, search.trait, search.text FROM search JOIN "
                           "subject s ON s.id = search.subject_id WHERE search MATCH ? ORDER BY "
                           "rank, s.name LIMIT ?"};
    find.bind(1, match);
    find.bind(2, most * rows_per_subject);
    std::set<std::string> seen;
    while (find.executeStep() && hits.size() < most) {
      std::string id = find.getColumn(0).getString();
      if (!seen.insert(id).second) continue;
      hits.push_back({std::move(id), static_cast<SubjectKind>(find.getColumn(1).getInt()),
                      find.getColumn(2).getString(), find.getColumn(3).getString()});
    }
    return hits;
  });
}

}  // namespace confronta
