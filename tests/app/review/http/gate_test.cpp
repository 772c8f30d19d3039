// Who gets in: Host, cookie, token, origin, and the headers that every answer has.

#include "app/review/http/gate.h"

#include <gtest/gtest.h>

#include "app/review/http/limits.h"
#include "tests/app/review/support/review_house.h"

namespace confronta::app::review {
namespace {

using test::ReviewHouse;

class Gate : public ::testing::Test {
 protected:
  RequestHead head(const std::string& method, const std::string& target) const {
    RequestHead head;
    head.method = method;
    head.target = target;
    head.host = "127.0.0.1:4711";
    if (method != "GET") {
      head.origin = "http://127.0.0.1:4711";
      head.content_type = "application/json";
      head.confronta = "1";
    }
    return head;
  }

  /// The code of the refusal, or "" for a request that a handler may answer.
  std::string refused(const RequestHead& head) {
    const Admission admission = admit(head, house_.context());
    if (const auto* answer = std::get_if<ApiResponse>(&admission)) return test::error_code(*answer);
    return "";
  }

  ApiRequest admitted(const RequestHead& head) {
    Admission admission = admit(head, house_.context());
    auto* work = std::get_if<ForHandler>(&admission);
    EXPECT_NE(work, nullptr);
    return work ? work->request : ApiRequest{};
  }

  std::string cookie_of_new_session() {
    const auto entry = enter_by_link(house_.context(), house_.context().link().renew(house_.now));
    EXPECT_TRUE(entry.ok());
    return "other=1; confronta-4711=" + entry.value().secret;
  }

  ReviewHouse house_;
};

TEST_F(Gate, KnowsTheSingleUserByTheCookie) {
  RequestHead asked = head("GET", "/api/v1/me");
  EXPECT_FALSE(admitted(asked).known);
  asked.cookie = cookie_of_new_session();
  const ApiRequest request = admitted(asked);
  EXPECT_TRUE(request.known);
  EXPECT_EQ(request.who.name, "ana");
  EXPECT_TRUE(request.who.single_user);
  EXPECT_EQ(request.path, std::vector<std::string>{"me"});
}

TEST_F(Gate, ASessionEndsWithTheWorkingDay) {
  RequestHead asked = head("GET", "/api/v1/me");
  asked.cookie = cookie_of_new_session();
  house_.now += session_seconds - 1;
  EXPECT_TRUE(admitted(asked).known);
  house_.now += 1;
  EXPECT_FALSE(admitted(asked).known);
}

TEST_F(Gate, TheLinkIsNoWayInOnceThereAreAccounts) {
  RequestHead asked = head("GET", "/api/v1/me");
  asked.cookie = cookie_of_new_session();
  house_.add_account("Luis", "reviewer", "una contraseña");
  EXPECT_FALSE(admitted(asked).known) << "the single user's session ends, too";
  const auto entry = enter_by_link(house_.context(), house_.context().link().renew(house_.now));
  ASSERT_FALSE(entry.ok());
  EXPECT_EQ(entry.error().code, "review.link_used");
}

TEST_F(Gate, APasswordOpensOnlyItsOwnAccount) {
  house_.add_account("Luis", "reviewer", "una contraseña");
  const auto entry = enter_by_password(house_.context(), "luis", "una contraseña");
  ASSERT_TRUE(entry.ok());
  EXPECT_EQ(entry.value().visitor.who.name, "Luis");
  EXPECT_EQ(entry.value().visitor.who.role, Role::reviewer);
  EXPECT_FALSE(entry.value().visitor.who.single_user);
  for (const auto& [name, password] :
       {std::pair{"Luis", "otra contraseña"}, std::pair{"Nadie", "una contraseña"}}) {
    const auto wrong = enter_by_password(house_.context(), name, password);
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.error().code, "review.bad_login");
  }
}

TEST_F(Gate, GuessingIsSlowedDownAndThenAlsoTheRightPasswordWaits) {
  house_.add_account("Luis", "reviewer", "una contraseña");
  for (int i = 0; i < LoginLimit::tries; ++i)
    EXPECT_FALSE(enter_by_password(house_.context(), "Luis", "adivinada").ok());
  const auto entry = enter_by_password(house_.context(), "Luis", "una contraseña");
  ASSERT_FALSE(entry.ok());
  EXPECT_EQ(entry.error().code, "review.too_many");
  house_.now += LoginLimit::window_s;
  EXPECT_TRUE(enter_by_password(house_.context(), "Luis", "una contraseña").ok());
}

TEST_F(Gate, ADisabledAccountIsOutAtOnce) {
  house_.add_account("Luis", "reviewer", "una contraseña");
  const auto entry = enter_by_password(house_.context(), "Luis", "una contraseña");
  ASSERT_TRUE(entry.ok());
  RequestHead asked = head("GET", "/api/v1/me");
  asked.cookie = "confronta-4711=" + entry.value().secret;
  EXPECT_TRUE(admitted(asked).known);
  EXPECT_TRUE(still_known(entry.value().visitor.who, house_.context()));
  ASSERT_TRUE(disable_account(*house_.context().writer(), "Luis", house_.context().instant()).ok());
  EXPECT_FALSE(admitted(asked).known);
  EXPECT_FALSE(still_known(entry.value().visitor.who, house_.context()));
  EXPECT_FALSE(enter_by_password(house_.context(), "Luis", "una contraseña").ok());
}

TEST_F(Gate, AScriptEntersByItsTokenWithoutOrigin) {
  house_.add_account("Luis", "coordinator", "una contraseña");
  const std::string token = new_secret();
  ASSERT_TRUE(add_token(*house_.context().writer(), "Luis", digest_of_secret(token),
                        house_.context().instant())
                  .ok());
  RequestHead asked = head("POST", "/api/v1/runs");
  asked.origin = asked.confronta = "";
  asked.authorization = "Bearer " + token;
  const ApiRequest request = admitted(asked);
  EXPECT_TRUE(request.known);
  EXPECT_EQ(request.who.role, Role::coordinator);
  asked.authorization = "Bearer " + token + "x";
  EXPECT_EQ(refused(asked), "review.forged");
}

TEST_F(Gate, RefusesANameThatAnotherSitePointsHere) {
  for (const char* host : {"evil.example", "evil.example:4711", "127.0.0.1", "127.0.0.1:80",
                           "localhost:4711.evil.example", ""}) {
    RequestHead asked = head("GET", "/api/v1/me");
    asked.host = host;
    EXPECT_EQ(refused(asked), "review.wrong_host") << host;
  }
  RequestHead asked = head("GET", "/api/v1/me");
  asked.host = "localhost:4711";
  EXPECT_EQ(refused(asked), "");
}

TEST_F(Gate, RefusesAChangeThatAnotherSiteAskedFor) {
  const std::string cookie = cookie_of_new_session();
  RequestHead good = head("POST", "/api/v1/me");
  good.cookie = cookie;
  EXPECT_EQ(refused(good), "");
  RequestHead other_origin = good;
  other_origin.origin = "http://evil.example";
  EXPECT_EQ(refused(other_origin), "review.forged");
  RequestHead other_port = good;
  other_port.origin = "http://127.0.0.1:8080";
  EXPECT_EQ(refused(other_port), "review.forged");
  RequestHead no_origin = good;
  no_origin.origin = "";
  EXPECT_EQ(refused(no_origin), "review.forged");
  RequestHead no_header = good;
  no_header.confronta = "";
  EXPECT_EQ(refused(no_header), "review.forged");
  RequestHead form = good;
  form.content_type = "application/x-www-form-urlencoded";
  EXPECT_EQ(refused(form), "review.not_json");
  RequestHead deletion = head("DELETE", "/api/v1/session");
  deletion.cookie = cookie;
  deletion.origin = "http://evil.example";
  EXPECT_EQ(refused(deletion), "review.forged");
}

TEST_F(Gate, LargeBodiesAreForFilesOfSomebodyKnown) {
  RequestHead upload = head("POST", "/api/v1/files?name=lista.csv");
  upload.content_type = "application/octet-stream";
  EXPECT_EQ(refused(upload), "review.no_session");
  upload.cookie = cookie_of_new_session();
  Admission admission = admit(upload, house_.context());
  ASSERT_TRUE(std::holds_alternative<ForHandler>(admission));
  EXPECT_EQ(std::get<ForHandler>(admission).body_limit, file_bytes);
  RequestHead other = head("POST", "/api/v1/files/1/import");
  other.cookie = upload.cookie;
  admission = admit(other, house_.context());
  ASSERT_TRUE(std::holds_alternative<ForHandler>(admission));
  EXPECT_EQ(std::get<ForHandler>(admission).body_limit, body_bytes);
}

TEST_F(Gate, EventsAreForSomebodyKnown) {
  RequestHead asked = head("GET", "/api/v1/events");
  EXPECT_EQ(refused(asked), "review.no_session");
  asked.cookie = cookie_of_new_session();
  asked.last_event_id = "17";
  const Admission admission = admit(asked, house_.context());
  ASSERT_TRUE(std::holds_alternative<ForStream>(admission));
  EXPECT_EQ(std::get<ForStream>(admission).last_seen, 17u);
  EXPECT_TRUE(still_known(std::get<ForStream>(admission).who, house_.context()));
}

TEST_F(Gate, NobodyIsTheKnownOfABrokenCookie) {
  RequestHead asked = head("GET", "/api/v1/me");
  for (const char* cookie : {"confronta-4711=", "confronta-4711", "xconfronta-4711=a", ";;;",
                             "confronta-4711=' OR 1=1"}) {
    asked.cookie = cookie;
    EXPECT_FALSE(admitted(asked).known) << cookie;
  }
}

TEST_F(Gate, AnOutsidePathIsNoPage) {
  EXPECT_EQ(refused(head("GET", "/assets/../../etc/passwd")), "review.no_page");
  EXPECT_EQ(refused(head("GET", "/%zz")), "review.bad_target");
  EXPECT_EQ(refused(head("POST", "/")), "review.no_method");
}

TEST_F(Gate, ThePolicyLetsNothingRunButOurOwnScript) {
  std::map<std::string, std::string> headers{standing_headers().begin(), standing_headers().end()};
  const std::string& policy = headers["Content-Security-Policy"];
  EXPECT_EQ(policy.rfind("default-src 'none'; script-src 'self';", 0), 0u);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_NE(policy.find("require-trusted-types-for 'script'"), std::string::npos);
  EXPECT_EQ(headers["X-Content-Type-Options"], "nosniff");
  EXPECT_EQ(headers["Referrer-Policy"], "no-referrer");
}

}  // namespace
}  // namespace confronta::app::review
