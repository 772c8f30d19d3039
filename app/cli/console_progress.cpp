#include "app/cli/console_progress.h"

#include "app/cli/interrupt.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

constexpr std::chrono::milliseconds redraw_every{200};
constexpr std::chrono::seconds plain_line_every{10};

std::string whole(double number) { return fixed_text(number, 0); }

}  // namespace

void ConsoleProgress::stage(std::string_view code, std::uint64_t total) {
  finish_line();
  code_ = code;
  total_ = total;
  done_ = 0;
  begin_ = drawn_ = Clock::now();
  if (!session_.terminal) std::fprintf(stderr, "%s\n", session_.text(code_).c_str());
}

void ConsoleProgress::done(std::uint64_t units_so_far) {
  done_ = units_so_far;
  const auto now = Clock::now();
  const bool due =
      session_.terminal ? now - drawn_ >= redraw_every : now - drawn_ >= plain_line_every;
  if (due) draw(now);
}

void ConsoleProgress::draw(Clock::time_point now) {
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
  std::string line = session_.text(code_);
  if (total_ > 0) {
    const double share = static_cast<double>(done_) / static_cast<double>(total_);
    line += ' ' + whole(100 * share) + " %";
  }
  line += session_.text("progress.rate", {whole(rate)});
  if (total_ > done_ && rate > 0)
    line += session_.text("progress.left", {whole(static_cast<double>(total_ - done_) / rate)});
  if (session_.terminal) {
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    line_open_ = true;
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
}

void ConsoleProgress::finish_line() {
  if (line_open_) std::fprintf(stderr, "\r\033[K");
  line_open_ = false;
}

bool ConsoleProgress::cancelled() const { return interrupted(); }

}  // namespace confronta::app
