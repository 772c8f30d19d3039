#pragma once
// What colleagues do, told to every page that is open.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "app/review/http/request.h"

namespace confronta::app::review {

struct NumberedEvent {
  std::uint64_t id = 0;
  Event event;
};

/// Thread-safe. A listener that does not keep up is cut off, never waited for: it comes back with
/// the id of the last event it saw, and gets what it missed.
class EventHub {
 public:
  static constexpr std::size_t kept_events = 1024;    // for those who come back
  static constexpr std::size_t listener_queue = 256;  // events; a page takes them in one write

  class Listener {
   public:
    /// What came since the last call, oldest first.
    std::vector<NumberedEvent> take();
    /// Whether it was too slow: its queue ran over, and it hears no more.
    bool cut_off() const;

   private:
    friend class EventHub;
    mutable std::mutex mutex_;
    std::deque<NumberedEvent> queue_;
    bool cut_off_ = false;
    std::function<void()> wake_;
  };

  void publish(const Event& event);
  /// Listens from now on, or from behind `last_seen` (0 = from now). `wake` is called from any
  /// thread after an event was queued; it must return at once. If what came after `last_seen` is no
  /// longer kept, the first event is "reset": whoever listens must read everything anew. The
  /// listener leaves when the pointer is dropped.
  std::shared_ptr<Listener> listen(std::uint64_t last_seen, std::function<void()> wake);

 private:
  static void queue(Listener& listener, const NumberedEvent& event);

  std::mutex mutex_;
  std::uint64_t last_id_ = 0;
  std::deque<NumberedEvent> kept_;
  std::vector<std::weak_ptr<Listener>> listeners_;
};

}  // namespace confronta::app::review
