// Records are found, shown with their raw rows, and stay text.

#include <gtest/gtest.h>

#include "tests/app/review/support/review_flow.h"

namespace confronta {
namespace {

using app::review::ApiRequest;
using app::review::ApiResponse;
using app::review::Method;
using nlohmann::json;
using test::import_records;
using test::json_of;
using test::person;

class Search : public test::ReviewFlow {};

TEST_F(Search, WhatJustCameInIsFoundWithItsName) {
  {
    const auto store = house_.context().writer();
    import_records(*store, "rep",
                   {person("rep:999", SubjectKind::report, "female", 30, "COLIBRI")});
  }
  const json hit = [&] {
    ApiRequest request = house_.request(Method::get, {"search"});
    request.query = {{"q", "colibri"}};
    return json_of(house_.ask(request))["items"][0];
  }();
  EXPECT_EQ(hit["kind"], "report");
  EXPECT_EQ(hit["title"], "999");
  EXPECT_EQ(hit["sex"], "female");
}

TEST_F(Search, SearchSubjectsClustersRawAndReasonsAnswer) {
  EXPECT_EQ(get("ana", {"search"}, {{"q", "guada"}})["items"].size(), 2u);
  const json subject = get("ana", {"subjects", "pm:105"});
  EXPECT_EQ(subject["versions"].size(), 1u);
  EXPECT_EQ(subject["candidates"][0]["pair"], key_);
  EXPECT_EQ(get("ana", {"raw", "pm:105"})["raw"], "raw row of pm:105");
  const json cluster = get("ana", {"clusters", "1"});
  EXPECT_GE(cluster["nodes"].size(), 2u);
  EXPECT_FALSE(cluster["edges"].empty());
  EXPECT_EQ(ask("ana", Method::get, {"clusters", "9999"}).status, 404u);
  EXPECT_FALSE(get("ana", {"queue"}, {{"kind", "cluster"}})["items"].empty());
  EXPECT_GT(get("ana", {"reasons"}).size(), 20u);
  EXPECT_EQ(ask("ana", Method::get, {"subjects", "no:1"}).status, 404u);
}

TEST_F(Search, TextThatIsNoUtf8AndHtmlComesBackAsText) {
  const auto store = house_.context().writer();
  Record odd = person("pm:999", SubjectKind::remains, "male", 40, "<script>\xFF\xE2\x80\xAE");
  import_records(*store, "pm", {odd});
  const ApiResponse page = [&] {
    ApiRequest request = house_.request(Method::get, {"subjects", "pm:999"});
    return house_.ask(request);
  }();
  EXPECT_EQ(page.status, 200u);
  EXPECT_TRUE(json::accept(page.body));
}

}  // namespace
}  // namespace confronta
