#include "app/review/run/board.h"

#include <algorithm>

namespace confronta::app::review {
namespace {

enum class Leaning { for_identity, against, neither };

Leaning leaning_of(const std::string& opinion) {
  return opinion == "likely"     ? Leaning::for_identity
         : opinion == "unlikely" ? Leaning::against
                                 : Leaning::neither;
}

Leaning leaning_of(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::proposed:
    case DecisionKind::agreed:
    case DecisionKind::final: return Leaning::for_identity;
    case DecisionKind::disputed:
    case DecisionKind::excluded: return Leaning::against;
    default: return Leaning::neither;
  }
}

bool is_handed_out(const ReviewLog& log) {
  const auto decoy = [](const auto& entry) { return entry.decoy; };
  return log.decisions.empty() && std::all_of(log.claims.begin(), log.claims.end(), decoy) &&
         std::all_of(log.opinions.begin(), log.opinions.end(), decoy);
}

void complete(BoardEntry& entry) {
  const Standing standing = standing_of(entry.log, entry.newest);
  entry.state = standing.state;
  entry.holder = standing.holder;
  entry.handed_out = is_handed_out(entry.log);
  for (const Opinion& opinion : entry.log.opinions)
    entry.changed = std::max(entry.changed, opinion.instant);
  for (const Decision& decision : entry.log.decisions)
    entry.changed = std::max(entry.changed, decision.instant);
}

}  // namespace

Influence influence_of(const ReviewLog& log) {
  Influence influence;
  for (const Opinion& opinion : log.opinions) {
    if (opinion.decoy) continue;
    const auto own = std::find_if(log.decisions.begin(), log.decisions.end(), [&](const auto& d) {
      return d.who == opinion.who && d.kind != DecisionKind::undo;
    });
    if (own == log.decisions.end()) continue;
    ++influence.compared;
    influence.changed += leaning_of(opinion.opinion) != leaning_of(own->kind);
  }
  return influence;
}

Result<std::shared_ptr<const Board>> Board::read(Store& store, const RowOf& row_of,
                                                 const NumbersOf& numbers_of, const DnaOf& dna_of) {
  auto logs = read_review_logs(store, true);
  if (!logs) return logs.error();
  auto board = std::make_shared<Board>();
  for (const auto& [pair, log] : logs.value()) {
    const bool of_rows = pair.relation == Relation::identity;
    ReviewPair row =
        of_rows ? ReviewPair{pair.relation, row_of(pair.left), row_of(pair.right)} : pair;
    BoardEntry& entry = board->entries_[row];
    entry.pair = std::move(row);
    append_entries(entry.log, log);
  }
  for (auto& [rows, entry] : board->entries_) {
    if (standing_of(entry.log).state == ReviewState::excluded) {
      auto newest = read_newest_versions(store, entry.log);
      if (!newest) return newest.error();
      entry.newest = std::move(newest).value();
      if (dna_of) note_new_dna(entry.log, dna_of(entry.pair), entry.newest);
    }
    if (numbers_of) {
      auto numbers = numbers_of(entry.pair);
      if (!numbers) return numbers.error();
      entry.numbers = std::move(numbers).value();
    }
    complete(entry);
  }
  return std::shared_ptr<const Board>{std::move(board)};
}

const BoardEntry* Board::find(const ReviewPair& pair) const {
  const auto at = entries_.find(pair);
  return at == entries_.end() ? nullptr : &at->second;
}

ReviewState Board::state(const ReviewPair& pair) const {
  const BoardEntry* entry = find(pair);
  return entry ? entry->state : ReviewState::open;
}

std::map<ReviewState, std::uint64_t> Board::counts(Relation relation) const {
  std::map<ReviewState, std::uint64_t> counts;
  for (const auto& [rows, entry] : entries_)
    if (rows.relation == relation && entry.state != ReviewState::open) ++counts[entry.state];
  return counts;
}

Influence Board::influence() const {
  Influence sum;
  for (const auto& [rows, entry] : entries_) {
    const Influence one = influence_of(entry.log);
    sum.compared += one.compared;
    sum.changed += one.changed;
  }
  return sum;
}

}  // namespace confronta::app::review
