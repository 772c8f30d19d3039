#pragma once
// A review of a scratch store, with a clock that the test turns.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/review/api/router.h"
#include "app/review/auth/secrets.h"
#include "app/review/auth/sessions.h"
#include "app/review/context.h"
#include "app/review/http/gate.h"
#include "engine/store/accounts.h"

namespace confronta::test {

namespace review = app::review;

class ReviewHouse {
 public:
  static constexpr std::uint16_t port = 4711;

  /// In a folder of its own, with a store of these bytes, or an empty one.
  explicit ReviewHouse(const std::string& store = "", const std::string& name = name_of_test())
      : folder_(std::filesystem::path{::testing::TempDir()} / name) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    if (!store.empty()) std::ofstream{store_path(), std::ios::binary} << store;
    review::ReviewContext::Settings settings;
    settings.store = store_path();
    settings.language = app::Language::english;
    settings.single_user = "ana";
    settings.port = port;
    settings.clock = [this] { return now; };
    auto opened = review::ReviewContext::open(std::move(settings));
    if (!opened) throw std::runtime_error(opened.error().code);
    context_ = std::move(opened).value();
  }
  ~ReviewHouse() {
    context_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::string store_path() const { return (folder_ / "store.db").string(); }
  std::filesystem::path folder() const { return folder_; }
  /// Closes the store; its bytes. Nothing else may be asked afterwards.
  std::string store_when_closed() {
    context_.reset();
    std::ifstream file{store_path(), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  review::ReviewContext& context() { return *context_; }

  void add_account(const std::string& name, const std::string& role, const std::string& password) {
    Account account;
    account.name = name;
    account.role = role;
    account.password = review::password_string(password);
    account.instant = context_->instant();
    const auto added = confronta::add_account(*context_->writer(), account);
    if (!added) throw std::runtime_error(added.error().code);
  }

  /// A request by somebody of this name, past the gate.
  review::ApiRequest request(review::Method method, std::vector<std::string> path,
                             std::string body = "", std::string who = "ana") const {
    review::ApiRequest request;
    request.method = method;
    request.path = std::move(path);
    request.body = std::move(body);
    request.language = app::Language::english;
    request.known = true;
    request.who.name = std::move(who);
    request.who.role = review::Role::coordinator;
    request.who.single_user = true;
    return request;
  }

  review::ApiResponse ask(const review::ApiRequest& request) {
    return review::route(request, *context_);
  }

  static std::string name_of_test() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    return std::string{test->test_suite_name()} + "." + test->name();
  }

  std::int64_t now = 1'800'000'000;  // 2027-01-15

 private:
  std::filesystem::path folder_;
  std::unique_ptr<review::ReviewContext> context_;
};

inline nlohmann::json json_of(const review::ApiResponse& response) {
  return nlohmann::json::parse(response.body);
}
inline std::string error_code(const review::ApiResponse& response) {
  return json_of(response).at("error").at("code").get<std::string>();
}

}  // namespace confronta::test
