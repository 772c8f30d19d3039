#include "importers/formats/apart.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace confronta::importers {
namespace {

constexpr rlim_t most_seconds = 300;

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

[[noreturn]] void be_the_child(
    const std::function<void(const std::function<void(std::string_view)>&)>& work, int pipe) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, most_seconds);
  // What the C library says of a spoilt heap is not for the user; the parent says what matters.
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  work([pipe](std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = write(pipe, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) _exit(1);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  });
  _exit(0);  // no destructors, no exit handlers: they are the parent's
}

/// False if there is more than `most_bytes`, or reading fails.
bool read_all(int pipe, std::uint64_t most_bytes, std::string& all) {
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t got = read(pipe, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    if (all.size() + static_cast<std::size_t>(got) > most_bytes) return false;
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::optional<std::string> run_apart(
    const std::function<void(const std::function<void(std::string_view)>& write)>& work,
    std::uint64_t most_bytes) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    be_the_child(work, ends[1]);
  }
  close(ends[1]);
  std::string all;
  const bool whole = child > 0 && read_all(ends[0], most_bytes, all);
  close(ends[0]);
  if (child < 0) return std::nullopt;
  if (!whole) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!whole || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return all;
}

}  // namespace confronta::importers
