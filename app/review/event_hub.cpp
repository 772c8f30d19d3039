#include "app/review/event_hub.h"

#include <algorithm>

namespace confronta::app::review {

std::vector<NumberedEvent> EventHub::Listener::take() {
  const std::lock_guard lock{mutex_};
  std::vector<NumberedEvent> events{queue_.begin(), queue_.end()};
  queue_.clear();
  return events;
}

bool EventHub::Listener::cut_off() const {
  const std::lock_guard lock{mutex_};
  return cut_off_;
}

void EventHub::queue(Listener& listener, const NumberedEvent& event) {
  const std::lock_guard lock{listener.mutex_};
  if (listener.queue_.size() >= listener_queue) listener.cut_off_ = true;
  if (!listener.cut_off_) listener.queue_.push_back(event);
}

void EventHub::publish(const Event& event) {
  std::vector<std::shared_ptr<Listener>> present;
  {
    const std::lock_guard lock{mutex_};
    const NumberedEvent numbered{++last_id_, event};
    kept_.push_back(numbered);
    if (kept_.size() > kept_events) kept_.pop_front();
    listeners_.erase(std::remove_if(listeners_.begin(), listeners_.end(),
                                    [](const auto& listener) { return listener.expired(); }),
                     listeners_.end());
    for (const auto& weak : listeners_)
      if (auto listener = weak.lock()) {
        queue(*listener, numbered);
        present.push_back(std::move(listener));
      }
  }
  for (const auto& listener : present) listener->wake_();
}

std::shared_ptr<EventHub::Listener> EventHub::listen(std::uint64_t last_seen,
                                                     std::function<void()> wake) {
  auto listener = std::make_shared<Listener>();
  listener->wake_ = std::move(wake);
  const std::lock_guard lock{mutex_};
  if (last_seen > 0) {
    const std::uint64_t first_kept = kept_.empty() ? last_id_ + 1 : kept_.front().id;
    // Also when the server was started anew since: its numbers begin again.
    const bool whole = last_seen + 1 >= first_kept && last_seen <= last_id_;
    if (!whole) listener->queue_.push_back({last_id_, {"reset", "{}"}});
    if (whole)
      for (const NumberedEvent& event : kept_)
        if (event.id > last_seen) listener->queue_.push_back(event);
  }
  listeners_.push_back(listener);
  return listener;
}

}  // namespace confronta::app::review
