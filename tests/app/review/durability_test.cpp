// Two people decide at once, and the server is killed in between: what was acknowledged is there,
// once.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <set>
#include <tuple>

#include "engine/store/reviews.h"
#include "tests/app/review/support/wire.h"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace confronta::app::review {
namespace {

using Json = nlohmann::json;
using test::json_of;
using test::ReviewHouse;
using test::Wire;

constexpr const char* store_variable = "CONFRONTA_TEST_SERVED_STORE";

// Run by the test below in a process of its own: serves until it is killed.
TEST(Durability, DISABLED_Serve) {
  const char* store = std::getenv(store_variable);
  ASSERT_NE(store, nullptr);
  ReviewContext::Settings settings;
  settings.store = store;
  settings.clock = [] { return std::int64_t{1'800'000'000}; };
  auto context = ReviewContext::open(std::move(settings));
  ASSERT_TRUE(context.ok());
  auto server = Server::listen(*context.value(), 0);
  ASSERT_TRUE(server.ok());
  std::ofstream{std::string{store} + ".port.new"} << context.value()->settings().port;
  std::filesystem::rename(std::string{store} + ".port.new", std::string{store} + ".port");
  server.value()->run([] { return false; });
}

/// This program, serving the store; killed with the object at the latest.
class ServingProcess {
 public:
  explicit ServingProcess(const std::string& store) {
    setenv(store_variable, store.c_str(), 1);
    std::string program = "/proc/self/exe";
    std::string filter = "--gtest_filter=Durability.DISABLED_Serve";
    std::string disabled = "--gtest_also_run_disabled_tests";
    char* arguments[] = {program.data(), filter.data(), disabled.data(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn(&process_, program.c_str(), &quiet, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&quiet);
    for (int i = 0; i < 1000 && port_ == 0; ++i) {
      std::ifstream{store + ".port"} >> port_;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
  }
  ~ServingProcess() { kill_now(); }
  void kill_now() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  std::uint16_t port() const { return port_; }

 private:
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
};

/// Reports R-1 to R-6, remains B-1 to B-6, and a run over them.
void prepare(ReviewHouse& house) {
  std::string reports = "FOLIO,NOMBRE,SEXO,FECHA DE DESAPARICION\n";
  std::string remains = "FOLIO,SEXO,FECHA DE HALLAZGO\n";
  for (int i = 1; i <= 6; ++i) {
    reports += "R-" + std::to_string(i) + ",Rosa,MUJER,03/02/202" + std::to_string(i % 3) + "\n";
    remains += "B-" + std::to_string(i) + ",MUJER,05/03/2023\n";
  }
  for (const std::string& list : {reports, remains}) {
    ApiRequest request = house.request(Method::post, {"files"}, list);
    request.query["name"] = "list.csv";
    const std::string file = json_of(house.ask(request))["file"];
    ASSERT_EQ(house.ask(house.request(Method::post, {"files", file, "import"}, "{}")).status, 200u);
  }
  ASSERT_EQ(house.ask(house.request(Method::post, {"runs"}, R"({"threads":1})")).status, 200u);
  for (int i = 0; i < 6000; ++i) {
    if (json_of(house.ask(house.request(Method::get, {"jobs", "1"})))["state"] != "running") return;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
}

std::string token_of(ReviewHouse& house, const std::string& name) {
  house.add_account(name, "reviewer", "una contraseña");
  const std::string token = new_secret();
  EXPECT_TRUE(
      add_token(*house.context().writer(), name, digest_of_secret(token), house.context().instant())
          .ok());
  return token;
}

/// (who, report, remains, what): what the server said that it had kept.
using Acknowledged = std::set<std::tuple<std::string, std::string, std::string, std::string>>;

/// One person's way through all pairs, an opinion and a decision for each, until nobody answers.
class Person {
 public:
  Person(std::uint16_t port, std::string name, std::string token, std::atomic<int>& count)
      : port_(port), name_(std::move(name)), token_(std::move(token)), count_(count) {}

  void work() {
    for (int report = 1; report <= 6; ++report)
      for (int remains = 1; remains <= 6; ++remains) {
        const std::string left = "am:R-" + std::to_string(report);
        const std::string right = "pm:B-" + std::to_string(remains);
        Json pair = say(left, right, "opinion", {{"opinion", "cannot_say"}, {"words", ""}});
        if (pair.is_null()) continue;
        say(left, right, "decision", {{"decision", "possible"}, {"based_on", pair["newest"]}});
      }
  }

  const Acknowledged& acknowledged() const { return acknowledged_; }

 private:
  /// The pair as it stands after what was said; null where it was not acknowledged.
  Json say(const std::string& left, const std::string& right, const std::string& what,
           const Json& body) {
    Wire wire{port_};
    const std::string text = body.dump();
    wire.send("POST /api/v1/pairs/" + left + "%7C" + right + "/" + what +
              " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
              "\r\nAuthorization: Bearer " + token_ +
              "\r\nContent-Type: application/json\r\nContent-Length: " +
              std::to_string(text.size()) + "\r\n\r\n" + text);
    const std::string answer = wire.answer();
    if (answer.rfind("HTTP/1.1 200 ", 0) != 0) return nullptr;
    Json pair = Json::parse(answer.substr(answer.find("\r\n\r\n") + 4), nullptr, false);
    if (pair.is_discarded()) return nullptr;  // the answer was cut off
    acknowledged_.emplace(name_, left, right, what);
    ++count_;
    return pair;
  }

  std::uint16_t port_;
  std::string name_;
  std::string token_;
  std::atomic<int>& count_;
  Acknowledged acknowledged_;
};

TEST(Durability, KillingTheServerLosesNothingThatItAcknowledgedAndDoublesNothing) {
  ReviewHouse house;
  prepare(house);
  const std::string ana = token_of(house, "Ana");
  const std::string luis = token_of(house, "Luis");
  ServingProcess serving{house.store_path()};
  ASSERT_NE(serving.port(), 0);
  std::atomic<int> count{0};
  Person first{serving.port(), "Ana", ana, count};
  Person second{serving.port(), "Luis", luis, count};
  std::thread one{[&] { first.work(); }};
  std::thread two{[&] { second.work(); }};
  constexpr int enough = 40;  // of at most 144: both are in the midst of it
  for (int i = 0; i < 6000 && count < enough; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  serving.kill_now();
  one.join();
  two.join();
  ASSERT_GE(count, enough);

  Acknowledged kept;
  std::size_t entries = 0;
  const auto logs = read_review_logs(*house.context().writer(), true);
  ASSERT_TRUE(logs.ok());
  for (const auto& [pair, log] : logs.value()) {
    for (const Opinion& opinion : log.opinions)
      kept.emplace(opinion.who, pair.left, pair.right, "opinion");
    for (const Decision& decision : log.decisions)
      kept.emplace(decision.who, pair.left, pair.right, "decision");
    entries += log.opinions.size() + log.decisions.size();
  }
  EXPECT_EQ(entries, kept.size()) << "nobody said the same thing twice";
  for (const Person* person : {&first, &second})
    for (const auto& entry : person->acknowledged())
      EXPECT_EQ(kept.count(entry), 1u) << std::get<0>(entry) << ' ' << std::get<1>(entry) << ' '
                                       << std::get<2>(entry) << ' ' << std::get<3>(entry);
  EXPECT_LE(entries, static_cast<std::size_t>(count) + 2) << "at most one unanswered each";
  EXPECT_TRUE(house.context().writer()->check().ok());
}

}  // namespace
}  // namespace confronta::app::review
