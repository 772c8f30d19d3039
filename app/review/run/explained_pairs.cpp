#include "app/review/run/explained_pairs.h"

#include <algorithm>

namespace confronta::app::review {

std::shared_ptr<const ExplainedPair> ExplainedPairs::of(
    const ReviewPair& pair, const std::function<ExplainedPair()>& explain) {
  {
    const std::lock_guard lock{mutex_};
    const auto at = std::find_if(known_.begin(), known_.end(),
                                 [&](const Known& known) { return known.pair == pair; });
    if (at != known_.end()) {
      known_.splice(known_.begin(), known_, at);
      return at->explained;
    }
  }
  auto explained = std::make_shared<const ExplainedPair>(explain());
  const std::lock_guard lock{mutex_};
  known_.push_front({pair, explained});
  if (known_.size() > most) known_.pop_back();
  return explained;
}

}  // namespace confronta::app::review
