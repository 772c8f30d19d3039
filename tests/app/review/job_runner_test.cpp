// A match started from the page, over a small store.

#include "app/review/job_runner.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "engine/store/runs.h"
#include "tests/app/review/support/review_house.h"

namespace confronta::app::review {
namespace {

using test::error_code;
using test::json_of;
using test::ReviewHouse;

void import_lists(ReviewHouse& house) {
  for (const char* list : {"FOLIO,NOMBRE,SEXO,FECHA DE "
                           "DESAPARICION\nR-1,Rosa,MUJER,03/02/2021\nR-2,Luis,HOMBRE,04/02/2021\n",
                           "FOLIO,SEXO,FECHA DE HALLAZGO\nB-1,MUJER,05/03/2021\n"}) {
    ApiRequest request = house.request(Method::post, {"files"}, list);
    request.query["name"] = "list.csv";
    const std::string file = json_of(house.ask(request))["file"];
    ASSERT_EQ(house.ask(house.request(Method::post, {"files", file, "import"}, "{}")).status, 200u);
  }
}

/// The job's answer once it no longer runs.
nlohmann::json ended(ReviewHouse& house, const std::string& job) {
  for (int i = 0; i < 6000; ++i) {  // a minute: only a hang takes as long
    const auto status = json_of(house.ask(house.request(Method::get, {"jobs", job})));
    if (status["state"] != "running") return status;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  return {};
}

TEST(Jobs, AMatchPublishesARunAndSaysSo) {
  ReviewHouse house;
  import_lists(house);
  const auto listener = house.context().events().listen(0, [] {});
  const ApiResponse started = house.ask(house.request(Method::post, {"runs"}, R"({"threads":1})"));
  ASSERT_EQ(started.status, 200u) << started.body;
  EXPECT_EQ(json_of(started)["job"], 1);
  const auto status = ended(house, "1");
  EXPECT_EQ(status["state"], "done") << status.dump();
  EXPECT_EQ(status["run"], 1);
  const auto runs = list_runs(*house.context().writer());
  ASSERT_TRUE(runs.ok());
  EXPECT_EQ(runs.value().size(), 1u);
  std::string last;
  for (const NumberedEvent& event : listener->take()) last = event.event.name;
  EXPECT_EQ(last, "run");
  // The next may start, and finds the same.
  EXPECT_EQ(json_of(house.ask(house.request(Method::post, {"runs"})))["job"], 2);
  EXPECT_EQ(ended(house, "2")["run"], 1);
}

TEST(Jobs, AFailedMatchSaysWhy) {
  ReviewHouse house;
  EventHub events;
  JobRunner jobs{(house.folder() / "no folder" / "store.db").string(), events};
  ASSERT_TRUE(jobs.start_match({1, false}).ok());
  std::optional<JobStatus> status;
  do {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
    status = jobs.status(1);
  } while (status && status->state == JobState::running);
  ASSERT_TRUE(status);
  EXPECT_EQ(status->state, JobState::failed);
  ASSERT_TRUE(status->error);
  EXPECT_EQ(status->error->code.rfind("store.", 0), 0u);
}

TEST(Jobs, ThereIsNoneOfAnUnknownNumber) {
  ReviewHouse house;
  for (const char* job : {"7", "0", "-1", "x", "1e300"}) {
    const ApiResponse response = house.ask(house.request(Method::get, {"jobs", job}));
    EXPECT_EQ(response.status, 404u) << job;
    EXPECT_EQ(error_code(response), "review.unknown");
    EXPECT_EQ(house.ask(house.request(Method::del, {"jobs", job})).status, 404u);
  }
  EXPECT_EQ(house.ask(house.request(Method::post, {"runs"}, R"({"threads":-1})")).status, 400u);
}

}  // namespace
}  // namespace confronta::app::review
