#include "app/review/job_runner.h"

#include <sys/resource.h>

#include <nlohmann/json.hpp>

#include "app/make_run.h"

namespace confronta::app::review {
namespace {

constexpr int niceness = 10;  // who looks at a pair comes before who works in the background

}  // namespace

std::string_view job_state_name(JobState state) {
  switch (state) {
    case JobState::running: return "running";
    case JobState::done: return "done";
    case JobState::failed: return "failed";
    case JobState::cancelled: break;
  }
  return "cancelled";
}

/// Hears of the work in its own thread, and passes on what pages may want to know.
class JobRunner::JobProgress final : public Progress {
 public:
  JobProgress(JobRunner& runner, std::int64_t job) : runner_(runner), job_(job) {}

  void stage(std::string_view code, std::uint64_t total) override {
    status_ = {};
    status_.stage = code;
    status_.total = total;
    began_ = SteadyClock::now();
    pass_on();
  }

  void done(std::uint64_t units_so_far) override {
    const auto now = SteadyClock::now();
    if (now - told_ < told_every) return;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    status_.done = units_so_far;
    status_.rate = seconds > 0 ? static_cast<double>(units_so_far) / seconds : 0;
    if (status_.rate > 0 && status_.total >= units_so_far)
      status_.seconds_left = static_cast<double>(status_.total - units_so_far) / status_.rate;
    pass_on();
  }

  bool cancelled() const override { return runner_.cancelled_; }

 private:
  using SteadyClock = std::chrono::steady_clock;

  void pass_on() {
    told_ = SteadyClock::now();
    {
      const std::lock_guard lock{runner_.mutex_};
      runner_.jobs_[job_] = status_;
    }
    runner_.tell(job_, status_);
  }

  JobRunner& runner_;
  std::int64_t job_;
  JobStatus status_;
  SteadyClock::time_point began_{};
  SteadyClock::time_point told_{};
};

JobRunner::~JobRunner() {
  cancelled_ = true;
  if (thread_.joinable()) thread_.join();
}

Result<std::int64_t> JobRunner::start_match(Wish wish) {
  const std::lock_guard lock{mutex_};
  if (!jobs_.empty() && jobs_.rbegin()->second.state == JobState::running)
    return Error{"review.job_running", {}, {}};
  if (thread_.joinable()) thread_.join();  // it is over: it has said so
  const std::int64_t job = jobs_.empty() ? 1 : jobs_.rbegin()->first + 1;
  jobs_[job].stage = "match.load";
  cancelled_ = false;
  thread_ = std::thread{[this, job, wish] { work(job, wish); }};
  return job;
}

void JobRunner::work(std::int64_t job, Wish wish) {
  setpriority(PRIO_PROCESS, 0, niceness);  // of this thread and of those that it will start
  JobProgress progress{*this, job};
  JobStatus end;
  auto store = Store::open(store_, Access::write);
  MatchOptions options;
  options.threads = wish.threads;
  auto made = store ? make_run(*store.value(), options, {wish.new_reference, {}}, progress)
                    : Result<MadeRun>{store.error()};
  if (made) {
    end.state = JobState::done;
    end.run = made.value().number;
    end.notices = made.value().notices;
  } else {
    end.state = made.error().code == "run.cancelled" ? JobState::cancelled : JobState::failed;
    end.error = made.error();
  }
  finish(job, std::move(end));
}

void JobRunner::finish(std::int64_t job, JobStatus status) {
  // Told first: whoever sees the job as done may start the next one.
  tell(job, status);
  if (status.state == JobState::done)
    events_.publish({"run", nlohmann::json{{"run", status.run}}.dump()});
  const std::lock_guard lock{mutex_};
  jobs_[job] = std::move(status);
}

void JobRunner::tell(std::int64_t job, const JobStatus& status) {
  events_.publish({"progress", nlohmann::ordered_json{{"job", job},
                                                      {"state", job_state_name(status.state)},
                                                      {"stage", status.stage},
                                                      {"done", status.done},
                                                      {"total", status.total}}
                                   .dump()});
}

std::optional<JobStatus> JobRunner::status(std::int64_t job) const {
  const std::lock_guard lock{mutex_};
  const auto at = jobs_.find(job);
  return at == jobs_.end() ? std::nullopt : std::optional{at->second};
}

bool JobRunner::cancel(std::int64_t job) {
  const std::lock_guard lock{mutex_};
  const auto at = jobs_.find(job);
  if (at == jobs_.end() || at->second.state != JobState::running) return false;
  cancelled_ = true;
  return true;
}

}  // namespace confronta::app::review
