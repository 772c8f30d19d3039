#include <pwd.h>
#include <spawn.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/review/context.h"
#include "app/review/http/server.h"
#include "engine/store/accounts.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to us

namespace confronta::app {
namespace {

std::int64_t seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// How decisions name the person at this computer.
std::string login_name() {
  const passwd* entry = getpwuid(getuid());  // NOLINT(concurrency-mt-unsafe): one thread yet
  return entry && entry->pw_name ? entry->pw_name : "local";
}

/// Opens the browser where there is a screen; where that fails, the link is on the terminal.
void open_browser(const std::string& url) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread yet
  if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY")) return;
  std::string program = "xdg-open";
  std::string address = url;
  char* arguments[] = {program.data(), address.data(), nullptr};
  pid_t child = 0;
  posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ);
}

void print_link(const Session& session, const std::string& url, bool with_accounts) {
  if (session.json)
    session.print(nlohmann::ordered_json{{"url", url}, {"accounts", with_accounts}}.dump());
  else
    session.print(session.text(with_accounts ? "review.open_accounts" : "review.open", {url}));
  std::fflush(stdout);  // whoever started us waits for this line
  session.tell("review.stop");
}

/// So that whoever asks first need not wait for it. What goes wrong is told to who asks.
void read_newest_run(review::ReviewContext& context) {
  if (auto store = context.reader()) (void)context.runs().both(*store.value());
}

}  // namespace

int review_candidates(const Session& session, const ReviewArguments& arguments) {
  review::ReviewContext::Settings settings;
  settings.store = session.store;
  settings.language = session.language;
  settings.single_user = login_name();
  settings.public_origin = arguments.origin;
  settings.clock = seconds_now;
  auto context = review::ReviewContext::open(std::move(settings));
  if (!context) return session.fail(context.error());
  auto accounts = list_accounts(*context.value()->writer());
  if (!accounts) return session.fail(accounts.error());
  auto server = review::Server::listen(*context.value(), arguments.port);
  if (!server) return session.fail(server.error());

  std::string url = "http://127.0.0.1:" + std::to_string(context.value()->settings().port) + "/";
  const bool with_accounts = !accounts.value().empty();
  if (!with_accounts) url += "#link=" + context.value()->link().renew(seconds_now());
  print_link(session, url, with_accounts);
  if (!arguments.no_open) open_browser(url);
  std::thread reading{read_newest_run, std::ref(*context.value())};
  server.value()->run(interrupted);
  reading.join();
  return exit_ok;
}

}  // namespace confronta::app
