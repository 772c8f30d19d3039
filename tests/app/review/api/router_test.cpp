#include "app/review/api/router.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/app/review/support/review_house.h"

namespace confronta::app::review {
namespace {

using test::error_code;
using test::json_of;
using test::ReviewHouse;

TEST(Router, SaysWhatIsNotThere) {
  ReviewHouse house;
  EXPECT_EQ(error_code(house.ask(house.request(Method::get, {"nothing"}))), "review.no_page");
  EXPECT_EQ(error_code(house.ask(house.request(Method::get, {}))), "review.no_page");
  EXPECT_EQ(error_code(house.ask(house.request(Method::get, {"me", "more"}))), "review.no_page");
  const ApiResponse wrong = house.ask(house.request(Method::del, {"me"}));
  EXPECT_EQ(wrong.status, 405u);
  EXPECT_EQ(error_code(wrong), "review.no_method");
}

TEST(Router, AsksWhoItIsBeforeItSaysAnything) {
  ReviewHouse house;
  ApiRequest request = house.request(Method::get, {"quarantine"});
  request.known = false;
  const ApiResponse response = house.ask(request);
  EXPECT_EQ(response.status, 401u);
  EXPECT_EQ(error_code(response), "review.no_session");
}

TEST(Router, EveryRouteButTheDoorAsksWhoItIs) {
  std::set<std::string_view> open;
  for (const Route& route : routes())
    if (route.admits == Admits::anybody) open.insert(route.pattern);
  EXPECT_EQ(open, (std::set<std::string_view>{"session", "texts"}));
}

TEST(Me, ChangesTheLanguageOfTheSessionAndOfTheNext) {
  ReviewHouse house;
  ReviewContext& context = house.context();
  const auto entry = enter_by_link(context, context.link().renew(house.now));
  ASSERT_TRUE(entry.ok());
  ApiRequest request = house.request(Method::post, {"me"}, R"({"language":"es"})");
  request.who = entry.value().visitor.who;
  EXPECT_EQ(json_of(house.ask(request))["language"], "es");
  const auto visitor = visitor_of_session(context, entry.value().secret);
  ASSERT_TRUE(visitor.ok() && visitor.value());
  EXPECT_EQ(visitor.value()->language, Language::spanish);
  house.now += 60;
  const auto next = enter_by_link(context, context.link().renew(house.now));
  ASSERT_TRUE(next.ok());
  EXPECT_EQ(next.value().visitor.language, Language::spanish);
  EXPECT_EQ(next.value().visitor.who.since, "2027-01-15T08:00:00Z");
  request.body = R"({"language":"fr"})";
  EXPECT_EQ(house.ask(request).status, 400u);
}

TEST(Session, TheCookieIsForThisServerOnlyAndForNoScript) {
  ReviewHouse house;
  ApiRequest request = house.request(Method::post, {"session"});
  request.known = false;
  request.body = nlohmann::json{{"link", house.context().link().renew(house.now)}}.dump();
  const ApiResponse response = house.ask(request);
  ASSERT_EQ(response.status, 200u);
  EXPECT_EQ(json_of(response)["name"], "ana");
  ASSERT_EQ(response.headers.size(), 1u);
  const std::string& cookie = response.headers[0].second;
  EXPECT_EQ(cookie.rfind("confronta-4711=", 0), 0u);
  EXPECT_NE(cookie.find("; HttpOnly; SameSite=Strict"), std::string::npos);
  const ApiResponse again = house.ask(request);
  EXPECT_EQ(again.status, 401u);
  EXPECT_EQ(error_code(again), "review.link_used");
}

TEST(Session, LeavingEndsIt) {
  ReviewHouse house;
  ReviewContext& context = house.context();
  const auto entry = enter_by_link(context, context.link().renew(house.now));
  ASSERT_TRUE(entry.ok());
  ApiRequest request = house.request(Method::del, {"session"});
  request.who = entry.value().visitor.who;
  EXPECT_EQ(house.ask(request).status, 200u);
  const auto visitor = visitor_of_session(context, entry.value().secret);
  ASSERT_TRUE(visitor.ok());
  EXPECT_FALSE(visitor.value());
}

TEST(Answers, NoBodyCrashesAHandler) {
  ReviewHouse house;
  for (const Route& route : routes()) {
    std::vector<std::string> path{""};
    for (const char c : route.pattern)
      if (c == '/')
        path.emplace_back();
      else
        path.back() += c == '*' ? '7' : c;
    for (const std::string& body :
         {std::string{}, std::string{"null"}, std::string{"[]"}, std::string{"{"},
          std::string{R"({"cells":7,"language":[],"link":{},"threads":"x"})"},
          std::string(100'000, '['), std::string{"\xff\xfe"}}) {
      if (route.pattern == "runs") continue;  // it would start one
      const ApiResponse response = house.ask(house.request(route.method, path, body));
      EXPECT_NE(response.status, 500u) << route.pattern << ' ' << body.substr(0, 40);
    }
  }
}

}  // namespace
}  // namespace confronta::app::review
