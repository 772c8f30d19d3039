#pragma once
// Progress on the terminal: rate and time left, redrawn in place; plain lines where there is none.

#include <chrono>
#include <string>

#include "app/cli/session.h"
#include "engine/progress.h"

namespace confronta::app {

class ConsoleProgress final : public Progress {
 public:
  explicit ConsoleProgress(const Session& session) : session_(session) {}
  ~ConsoleProgress() override { finish_line(); }

  void stage(std::string_view code, std::uint64_t total) override;
  void done(std::uint64_t units_so_far) override;
  bool cancelled() const override;
  /// A better estimate of the stage's total.
  void expect(std::uint64_t total) { total_ = total; }
  /// Ends the line that is being redrawn.
  void finish_line();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(Clock::time_point now);

  const Session& session_;
  std::string code_;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  Clock::time_point begin_{};
  Clock::time_point drawn_{};
  bool line_open_ = false;
};

}  // namespace confronta::app
