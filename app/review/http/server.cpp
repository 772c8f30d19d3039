#include <utility>  // before asio 1.18, which forgets it

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <thread>
#include <vector>

#include "app/review/api/answer.h"
#include "app/review/api/router.h"
#include "app/review/http/gate.h"
#include "app/review/http/limits.h"
#include "app/review/http/server.h"

namespace confronta::app::review {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::size_t reading_threads = 6;  // more than cores: some wait for the disk
constexpr std::size_t changing_threads = 4;
constexpr std::chrono::milliseconds stop_asked_every{200};
constexpr std::chrono::milliseconds last_answers_asked_every{20};
constexpr int last_answers_times = 500;  // ten seconds: longer than a change may wait for the store

using Parser = http::request_parser<http::string_body>;
using Response = http::response<http::string_body>;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

RequestHead head_of(const Parser::value_type& request) {
  RequestHead head;
  head.method = text(request.method_string());
  head.target = text(request.target());
  head.host = text(request[http::field::host]);
  head.origin = text(request[http::field::origin]);
  head.cookie = text(request[http::field::cookie]);
  head.authorization = text(request[http::field::authorization]);
  head.content_type = text(request[http::field::content_type]);
  head.confronta = text(request["X-Confronta"]);
  head.last_event_id = text(request["Last-Event-ID"]);
  return head;
}

Response response_of(ApiResponse answer, bool keep_alive) {
  Response response;
  response.version(11);
  response.result(answer.status);
  response.set(http::field::content_type, answer.content_type);
  response.set(http::field::cache_control, "no-store");
  for (const auto& [name, value] : standing_headers()) response.set(name, value);
  for (const auto& [name, value] : answer.headers) response.set(name, value);
  response.keep_alive(keep_alive);
  response.body() = std::move(answer.body);
  response.prepare_payload();
  return response;
}

ApiResponse refusal(const ReviewContext& context, const Error& error) {
  ApiRequest request;
  request.language = context.settings().language;
  return failure(request, error);
}

ApiResponse header_too_large(const ReviewContext& context) {
  return refusal(context, Error{"review.header_too_large", {}, {}});
}

ApiResponse too_large(const ReviewContext& context, std::uint64_t limit) {
  return refusal(context, Error{"review.too_large", {std::to_string(limit)}, {}});
}

ApiResponse stream_head() {
  ApiResponse head;
  head.content_type = "text/event-stream";
  return head;
}

/// Only text in one line goes into a stream: data is JSON, names are words.
std::string as_text(const NumberedEvent& event) {
  return "id: " + std::to_string(event.id) + "\nevent: " + event.event.name +
         "\ndata: " + event.event.data + "\n\n";
}

/// One connection: requests one after another, or a stream of events. All of it runs in one strand.
class Connection {
 public:
  Connection(tcp::socket socket, ReviewContext& context, net::thread_pool& changes,
             std::atomic<std::size_t>& answering)
      : stream_(std::move(socket)), context_(context), changes_(changes), answering_(answering) {}

  net::awaitable<void> serve() {
    bool more = true;
    while (more) more = co_await serve_one();
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  }

 private:
  /// False once the connection is at its end.
  net::awaitable<bool> serve_one() {
    Parser parser;
    parser.header_limit(header_bytes);
    parser.body_limit(file_bytes);
    error_code error;
    stream_.expires_after(header_time);
    co_await http::async_read_header(stream_, buffer_, parser,
                                     net::redirect_error(net::use_awaitable, error));
    if (error == http::error::header_limit)
      co_return co_await send(header_too_large(context_), false);
    if (error == http::error::body_limit)
      co_return co_await send(too_large(context_, file_bytes), false);
    if (error) co_return false;
    Admission admission = admit(head_of(parser.get()), context_);
    if (auto* answer = std::get_if<ApiResponse>(&admission)) {
      const bool without_body = parser.is_done();  // else it would be taken for the next request
      co_return co_await send(std::move(*answer), without_body && parser.keep_alive());
    }
    if (auto* stream = std::get_if<ForStream>(&admission)) {
      co_await tell_events(std::move(*stream));
      co_return false;
    }
    ++answering_;
    const bool more = co_await answer(parser, std::get<ForHandler>(admission));
    --answering_;
    co_return more;
  }

  net::awaitable<bool> answer(Parser& parser, ForHandler& work) {
    const auto length = parser.content_length();
    error_code error;
    if (!length || *length <= work.body_limit) {
      parser.body_limit(work.body_limit);
      stream_.expires_after(work.body_limit == file_bytes ? file_time : body_time);
      if (parser.get()[http::field::expect] == "100-continue") co_await say_continue();
      co_await http::async_read(stream_, buffer_, parser,
                                net::redirect_error(net::use_awaitable, error));
    } else {
      error = http::error::body_limit;
    }
    if (error == http::error::body_limit)
      co_return co_await send(too_large(context_, work.body_limit), false);
    if (error) co_return false;
    const bool keep_alive = parser.keep_alive();
    work.request.body = std::move(parser.get().body());
    ApiResponse response;
    if (work.request.method == Method::get)
      response = route(work.request, context_);
    else
      co_await net::co_spawn(changes_, change(work.request, response), net::use_awaitable);
    co_return co_await send(std::move(response), keep_alive);
  }

  net::awaitable<void> change(const ApiRequest& request, ApiResponse& response) {
    response = route(request, context_);
    co_return;
  }

  net::awaitable<void> say_continue() {
    static constexpr std::string_view words = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code ignored;
    co_await net::async_write(stream_, net::buffer(words.data(), words.size()),
                              net::redirect_error(net::use_awaitable, ignored));
  }

  net::awaitable<bool> send(ApiResponse answer, bool keep_alive) {
    Response response = response_of(std::move(answer), keep_alive);
    error_code error;
    stream_.expires_after(write_time);
    co_await http::async_write(stream_, response, net::redirect_error(net::use_awaitable, error));
    co_return !error && keep_alive;
  }

  net::awaitable<void> tell_events(ForStream stream) {
    auto timer = std::make_shared<net::steady_timer>(stream_.get_executor());
    const auto wake = [executor = stream_.get_executor(), weak = std::weak_ptr{timer}] {
      net::post(executor, [weak] {
        if (const auto waiting = weak.lock()) waiting->cancel();
      });
    };
    const auto listener = context_.events().listen(stream.last_seen, wake);
    Response head = response_of(stream_head(), false);
    head.erase(http::field::content_length);  // it ends when the connection does
    http::response_serializer<http::string_body> serializer{head};
    error_code error;
    stream_.expires_after(write_time);
    co_await http::async_write_header(stream_, serializer,
                                      net::redirect_error(net::use_awaitable, error));
    std::string words = ": confronta\n\n";
    while (!error && !listener->cut_off()) {
      stream_.expires_after(write_time);
      co_await net::async_write(stream_, net::buffer(words),
                                net::redirect_error(net::use_awaitable, error));
      if (error) break;
      words.clear();
      for (const NumberedEvent& event : listener->take()) words += as_text(event);
      if (!words.empty()) continue;
      timer->expires_after(heartbeat);
      error_code woken;
      co_await timer->async_wait(net::redirect_error(net::use_awaitable, woken));
      for (const NumberedEvent& event : listener->take()) words += as_text(event);
      if (!still_known(stream.who, context_)) break;
      if (words.empty()) words = ": \n\n";
    }
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_{header_bytes + body_bytes};
  ReviewContext& context_;
  net::thread_pool& changes_;
  std::atomic<std::size_t>& answering_;
};

class BeastServer final : public Server {
 public:
  explicit BeastServer(ReviewContext& context) : context_(context) {}

  error_code open(std::uint16_t port) {
    const tcp::endpoint here{net::ip::address_v4::loopback(), port};
    error_code error;
    acceptor_.open(here.protocol(), error);
    if (!error) acceptor_.set_option(net::socket_base::reuse_address{true}, error);
    if (!error) acceptor_.bind(here, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (!error) context_.set_port(acceptor_.local_endpoint().port());
    return error;
  }

  void run(const std::function<bool()>& stop) override {
    net::co_spawn(io_, accept(), net::detached);
    net::co_spawn(io_, watch(stop), net::detached);
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < reading_threads; ++i) threads.emplace_back([this] { io_.run(); });
    io_.run();
    for (std::thread& thread : threads) thread.join();
    changes_.join();
  }

 private:
  net::awaitable<void> accept() {
    while (acceptor_.is_open()) {
      error_code error;
      tcp::socket socket{net::make_strand(io_)};
      co_await acceptor_.async_accept(socket, net::redirect_error(net::use_awaitable, error));
      if (error == net::error::operation_aborted) co_return;
      if (error) {  // no file descriptors left, say: those who are in come first
        net::steady_timer pause{io_, stop_asked_every};
        co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
        continue;
      }
      if (open_ >= connections) continue;  // the socket closes
      ++open_;
      socket.set_option(tcp::no_delay{true}, error);
      const auto strand = socket.get_executor();
      net::co_spawn(strand, serve(std::move(socket)), net::detached);
    }
  }

  net::awaitable<void> serve(tcp::socket socket) {
    Connection connection{std::move(socket), context_, changes_, answering_};
    co_await connection.serve();
    --open_;
  }

  net::awaitable<void> watch(std::function<bool()> stop) {
    net::steady_timer timer{io_};
    error_code ignored;
    while (!stop()) {
      timer.expires_after(stop_asked_every);
      co_await timer.async_wait(net::redirect_error(net::use_awaitable, ignored));
    }
    acceptor_.close(ignored);
    // Answers that are being made are finished; streams would go on for ever.
    for (int i = 0; i < last_answers_times && answering_ > 0; ++i) {
      timer.expires_after(last_answers_asked_every);
      co_await timer.async_wait(net::redirect_error(net::use_awaitable, ignored));
    }
    io_.stop();
  }

  ReviewContext& context_;
  net::thread_pool changes_{changing_threads};  // outlives what waits for it in io_
  net::io_context io_;
  tcp::acceptor acceptor_{io_};
  std::atomic<std::size_t> open_{0};
  std::atomic<std::size_t> answering_{0};
};

}  // namespace

Result<std::unique_ptr<Server>> Server::listen(ReviewContext& context, std::uint16_t port) {
  auto server = std::make_unique<BeastServer>(context);
  if (const error_code error = server->open(port))
    return Error{"review.port_taken", {std::to_string(port), error.message()}, {}};
  return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace confronta::app::review
