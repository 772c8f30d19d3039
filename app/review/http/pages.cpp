#include "app/review/http/pages.h"

#include <algorithm>

#include "app/review/api/answer.h"

namespace confronta::app::review {
namespace {

std::string_view type_of(std::string_view path) {
  const std::string_view ending = path.substr(std::min(path.rfind('.'), path.size()));
  if (ending == ".html") return "text/html; charset=utf-8";
  if (ending == ".js") return "text/javascript; charset=utf-8";
  if (ending == ".css") return "text/css; charset=utf-8";
  if (ending == ".svg") return "image/svg+xml";
  if (ending == ".json") return "application/json";
  if (ending == ".png") return "image/png";
  if (ending == ".woff2") return "font/woff2";
  return "application/octet-stream";
}

ApiResponse without_pages(Language language) {
  ApiResponse response;
  response.status = 503;
  response.content_type = "text/plain; charset=utf-8";
  response.body = say(language, "review.without_pages") + "\n";
  return response;
}

}  // namespace

ApiResponse page(const std::string& path, Language language) {
  const std::string_view wanted = path.empty() ? std::string_view{"index.html"} : path;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path != wanted) continue;
    ApiResponse response;
    response.content_type = type_of(file.path);
    response.body = file.bytes;
    const bool hashed = wanted.substr(0, 7) == "assets/";
    response.headers.emplace_back("Cache-Control",
                                  hashed ? "private, max-age=31536000, immutable" : "no-cache");
    return response;
  }
  if (path.empty()) return without_pages(language);
  ApiRequest request;
  request.language = language;
  return failure(request, Error{"review.no_page", {}, {}});
}

}  // namespace confronta::app::review
