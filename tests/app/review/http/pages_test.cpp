#include "app/review/http/pages.h"

#include <gtest/gtest.h>

namespace confronta::app::review {
namespace {

std::string header(const ApiResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}

TEST(Pages, WhatIsEmbeddedIsServedWithATypeThatABrowserRuns) {
  if (embedded_files().empty()) GTEST_SKIP() << "built without the pages";
  const ApiResponse index = page("", Language::spanish);
  EXPECT_EQ(index.status, 200u);
  EXPECT_EQ(index.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(header(index, "Cache-Control"), "no-cache");
  for (const EmbeddedFile& file : embedded_files()) {
    const ApiResponse response = page(std::string{file.path}, Language::spanish);
    EXPECT_EQ(response.body, file.bytes);
    EXPECT_NE(response.content_type, "application/octet-stream") << file.path;
    if (file.path.substr(0, 7) == "assets/")
      EXPECT_NE(header(response, "Cache-Control").find("immutable"), std::string::npos);
  }
}

TEST(Pages, AProgramWithoutThemSaysHowToGetThem) {
  if (!embedded_files().empty()) GTEST_SKIP() << "built with the pages";
  const ApiResponse index = page("", Language::english);
  EXPECT_EQ(index.status, 503u);
  EXPECT_NE(index.body.find("./dev build"), std::string::npos);
}

TEST(Pages, NothingElseIsThere) {
  for (const char* path : {"index.htm", "assets/", "../index.html", "assets/../index.html", "/"})
    EXPECT_EQ(page(path, Language::spanish).status, 404u) << path;
}

}  // namespace
}  // namespace confronta::app::review
