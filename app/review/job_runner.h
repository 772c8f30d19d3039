#pragma once
// Long work that was started from a page: one match at a time, in a thread and with a connection of
// its own, so that whoever reads or decides does not wait for it.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/review/event_hub.h"
#include "models/domain/result.h"

namespace confronta::app::review {

enum class JobState { running, done, failed, cancelled };

struct JobStatus {
  JobState state = JobState::running;
  std::string stage;           // a code of the catalogue: "match.identity"
  std::uint64_t done = 0;      // units of the stage,
  std::uint64_t total = 0;     // 0 = not known
  double rate = 0;             // units a second
  double seconds_left = -1;    // of the stage; negative = not known
  std::int64_t run = 0;        // the published run, once done
  std::vector<Error> notices;  // what the run says of its reference and its DNA, once done
  std::optional<Error> error;  // why it failed
};

/// Thread-safe. The destructor cancels and waits.
class JobRunner {
 public:
  static constexpr std::chrono::milliseconds told_every{500};  // "progress" events

  JobRunner(std::string store, EventHub& events) : store_(std::move(store)), events_(events) {}
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  struct Wish {
    int threads = 0;             // 0 = all cores
    bool new_reference = false;  // reference frequencies estimated anew
  };
  /// Starts a match; the job's number. Error "review.job_running".
  Result<std::int64_t> start_match(Wish wish);
  std::optional<JobStatus> status(std::int64_t job) const;
  /// Asks the job to stop at its next safe point; false if there is none of that number running.
  bool cancel(std::int64_t job);

 private:
  class JobProgress;
  void work(std::int64_t job, Wish wish);
  void finish(std::int64_t job, JobStatus status);
  void tell(std::int64_t job, const JobStatus& status);

  std::string store_;
  EventHub& events_;
  mutable std::mutex mutex_;
  std::map<std::int64_t, JobStatus> jobs_;
  std::thread thread_;
  std::atomic<bool> cancelled_{false};
};

/// running, done, failed, cancelled.
std::string_view job_state_name(JobState state);

}  // namespace confronta::app::review
