#include "app/review/event_hub.h"

#include <gtest/gtest.h>

namespace confronta::app::review {
namespace {

std::vector<std::uint64_t> ids(const std::vector<NumberedEvent>& events) {
  std::vector<std::uint64_t> numbers;
  for (const NumberedEvent& event : events) numbers.push_back(event.id);
  return numbers;
}

using Ids = std::vector<std::uint64_t>;

TEST(EventHub, TellsEverybodyWhoListensAndWakesThem) {
  EventHub hub;
  int woken = 0;
  const auto first = hub.listen(0, [&] { ++woken; });
  const auto second = hub.listen(0, [&] { ++woken; });
  hub.publish({"claim", "{}"});
  EXPECT_EQ(woken, 2);
  EXPECT_EQ(ids(first->take()), Ids{1});
  EXPECT_EQ(ids(second->take()), Ids{1});
  EXPECT_TRUE(first->take().empty());
}

TEST(EventHub, WhoComesBackGetsWhatWasMissed) {
  EventHub hub;
  for (int i = 0; i < 5; ++i) hub.publish({"claim", "{}"});
  EXPECT_EQ(ids(hub.listen(3, [] {})->take()), (Ids{4, 5}));
  EXPECT_TRUE(hub.listen(5, [] {})->take().empty());
  EXPECT_TRUE(hub.listen(0, [] {})->take().empty());
}

TEST(EventHub, SaysWhenMoreWasMissedThanIsKept) {
  EventHub hub;
  for (std::size_t i = 0; i < EventHub::kept_events + 10; ++i) hub.publish({"claim", "{}"});
  const auto events = hub.listen(3, [] {})->take();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].event.name, "reset");
  // A number from before the server was started anew.
  EXPECT_EQ(hub.listen(999'999, [] {})->take().at(0).event.name, "reset");
  // The oldest that is kept is enough for whoever saw the one before it.
  EXPECT_EQ(hub.listen(10, [] {})->take().size(), EventHub::kept_events);
}

TEST(EventHub, CutsOffWhoDoesNotKeepUp) {
  EventHub hub;
  const auto slow = hub.listen(0, [] {});
  const auto quick = hub.listen(0, [] {});
  std::size_t heard = 0;
  for (std::size_t i = 0; i <= EventHub::listener_queue; ++i) {
    hub.publish({"progress", "{}"});
    heard += quick->take().size();
  }
  EXPECT_TRUE(slow->cut_off());
  EXPECT_EQ(slow->take().size(), EventHub::listener_queue);
  EXPECT_FALSE(quick->cut_off());
  EXPECT_EQ(heard, EventHub::listener_queue + 1);
}

TEST(EventHub, ForgetsWhoLeft) {
  EventHub hub;
  int woken = 0;
  hub.listen(0, [&] { ++woken; }).reset();
  hub.publish({"claim", "{}"});
  EXPECT_EQ(woken, 0);
}

}  // namespace
}  // namespace confronta::app::review
