#include "app/review/http/gate.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/review/api/answer.h"
#include "app/review/auth/sessions.h"
#include "app/review/http/limits.h"
#include "app/review/http/pages.h"
#include "app/review/http/target.h"
#include "engine/store/accounts.h"
#include "models/domain/number_text.h"

namespace confronta::app::review {
namespace {

constexpr std::string_view bearer = "Bearer ";

bool host_is_ours(const std::string& host, const ReviewContext::Settings& settings) {
  const std::string port = ":" + std::to_string(settings.port);
  for (const char* name : {"127.0.0.1", "localhost"})
    if (host == name + port) return true;
  return false;
}

bool origin_is_ours(const std::string& origin, const std::string& host,
                    const ReviewContext::Settings& settings) {
  return origin == "http://" + host ||
         (!settings.public_origin.empty() && origin == settings.public_origin);
}

std::string cookie_of(std::string_view cookies, const std::string& name) {
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    std::string_view item = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    if (item.substr(0, name.size() + 1) == name + '=')
      return std::string{item.substr(name.size() + 1)};
  }
  return "";
}

Method method_of(const std::string& method) {
  if (method == "GET") return Method::get;
  if (method == "POST") return Method::post;
  if (method == "DELETE") return Method::del;
  return Method::other;
}

bool is_upload(const ApiRequest& request) {
  return request.method == Method::post && request.path == std::vector<std::string>{"files"};
}

/// Only our own pages can send X-Confronta (another site's script would have to ask first, and is
/// refused), only with the right Content-Type, and a browser adds the Origin by itself.
std::optional<Error> forgery(const RequestHead& head, const ApiRequest& request, bool by_token,
                             const ReviewContext::Settings& settings) {
  if (request.method == Method::get) return std::nullopt;
  const std::string_view wanted =
      is_upload(request) ? "application/octet-stream" : "application/json";
  if (request.method == Method::post && head.content_type.rfind(wanted, 0) != 0)
    return Error{"review.not_json", {std::string{wanted}}, {}};
  if (by_token) return std::nullopt;
  const bool ours = head.confronta == "1" && origin_is_ours(head.origin, head.host, settings);
  return ours ? std::nullopt : std::optional<Error>{Error{"review.forged", {}, {}}};
}

Result<std::optional<Visitor>> visitor_of(const RequestHead& head, ReviewContext& context) {
  if (head.authorization.rfind(bearer, 0) == 0)
    return visitor_of_token(context, head.authorization.substr(bearer.size()));
  const std::string secret = cookie_of(head.cookie, context.cookie_name());
  if (secret.empty()) return std::optional<Visitor>{};
  return visitor_of_session(context, secret);
}

Admission admit_to_api(const RequestHead& head, ApiRequest request, ReviewContext& context) {
  auto visitor = visitor_of(head, context);
  if (!visitor) return failure(request, visitor.error());
  if (visitor.value()) {
    request.known = true;
    request.who = visitor.value()->who;
    request.language = visitor.value()->language;
  }
  const bool by_token = request.known && request.who.session.empty();
  if (const auto error = forgery(head, request, by_token, context.settings()))
    return failure(request, *error);
  if (request.method == Method::get && request.path == std::vector<std::string>{"events"}) {
    if (!request.known) return failure(request, Error{"review.no_session", {}, {}});
    const auto last = parse_number(head.last_event_id);
    return ForStream{request.who,
                     last && *last > 0 && *last < 9e15 ? static_cast<std::uint64_t>(*last) : 0};
  }
  const bool upload = is_upload(request);
  if (upload && !request.known) return failure(request, Error{"review.no_session", {}, {}});
  return ForHandler{std::move(request), upload ? file_bytes : body_bytes};
}

}  // namespace

Admission admit(const RequestHead& head, ReviewContext& context) {
  ApiRequest request;
  request.language = context.settings().language;
  request.method = method_of(head.method);
  if (!host_is_ours(head.host, context.settings()))
    return failure(request, Error{"review.wrong_host", {}, {}});
  auto target = parse_target(head.target);
  if (!target) return failure(request, Error{"review.bad_target", {}, {}});
  request.query = std::move(target->query);
  std::vector<std::string>& path = target->path;
  if (path.size() >= 2 && path[0] == "api" && path[1] == "v1") {
    request.path.assign(path.begin() + 2, path.end());
    return admit_to_api(head, std::move(request), context);
  }
  if (request.method != Method::get) return failure(request, Error{"review.no_method", {}, {}});
  std::string joined;
  for (const std::string& segment : path) joined += (joined.empty() ? "" : "/") + segment;
  return page(joined, request.language);
}

bool still_known(const Who& who, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return false;
  if (who.session.empty()) {
    auto account = find_account(*store.value(), who.name);
    return account.ok() && account.value() && !account.value()->disabled;
  }
  auto session = find_session(*store.value(), who.session);
  return session.ok() && session.value() && session.value()->expires > context.now();
}

const std::vector<std::pair<std::string, std::string>>& standing_headers() {
  static const std::vector<std::pair<std::string, std::string>> headers{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
       "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
       "frame-ancestors 'none'; require-trusted-types-for 'script'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Embedder-Policy", "require-corp"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=()"}};
  return headers;
}

}  // namespace confronta::app::review
