#include "app/review/run/run_memory.h"

namespace confronta::app::review {

Result<std::shared_ptr<const ReviewedRun>> RunMemory::run(Store& store) {
  auto mark = read_store_mark(store);
  if (!mark) return mark.error();
  std::shared_ptr<const ReviewedRun> present;
  {
    const std::lock_guard lock{value_mutex_};
    present = run_;
    if (present && run_mark_ == mark.value()) return present;
  }
  std::unique_lock loading{load_mutex_, std::defer_lock};
  if (present) {
    if (!loading.try_lock()) return present;  // somebody else is loading the newer one
  } else {
    loading.lock();
    const std::lock_guard lock{value_mutex_};
    if (run_) return run_;  // loaded while we waited
  }
  for (;;) {
    auto loaded = ReviewedRun::load(store);
    if (!loaded) return loaded.error();
    auto after = read_store_mark(store);
    if (!after) return after.error();
    const bool of_one_moment = after.value() == mark.value();
    mark = std::move(after);
    if (!of_one_moment) continue;  // something came in while its parts were read
    const std::lock_guard lock{value_mutex_};
    run_ = loaded.value();
    run_mark_ = mark.value();
    return run_;
  }
}

Result<RunMemory::Both> RunMemory::both(Store& store) {
  auto newest = run(store);
  if (!newest) return newest.error();
  auto mark = read_review_mark(store);  // outside the lock: nobody waits for another's question
  if (!mark) return mark.error();
  const std::lock_guard lock{board_mutex_};
  const auto current = [&] {
    return board_ && board_run_ == newest.value() && board_mark_ == mark.value();
  };
  if (!current()) {
    mark = read_review_mark(store);  // the board may be of a moment after the first look
    if (!mark) return mark.error();
  }
  if (!current()) {
    const ReviewedRun& present = *newest.value();
    const Board* before = board_run_ == newest.value() ? board_.get() : nullptr;
    auto board = Board::read(
        store, [&](const std::string& subject) { return present.row_of(subject); },
        [&](const ReviewPair& pair) -> Result<std::optional<RunPair>> {
          const BoardEntry* known = before ? before->find(pair) : nullptr;
          if (known) return known->numbers;
          return read_run_pair(store, present.heading().number, pair);
        },
        [&](const ReviewPair& pair) {
          const bool compared = present.rows_of(pair.relation, pair.left, pair.right).has_value();
          return compared ? present.dna_names_of(pair) : std::vector<std::string>{};
        });
    if (!board) return board.error();
    board_ = std::move(board).value();
    board_mark_ = mark.value();
    board_run_ = newest.value();
  }
  return Both{std::move(newest).value(), board_};
}

}  // namespace confronta::app::review
