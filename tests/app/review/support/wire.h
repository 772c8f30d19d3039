#pragma once
// A running server, and a client that writes what it likes.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>

#include "app/review/http/server.h"
#include "tests/app/review/support/review_house.h"

namespace confronta::test {

class RunningServer {
 public:
  explicit RunningServer(ReviewHouse& house) {
    auto listening = review::Server::listen(house.context(), 0);
    if (!listening) throw std::runtime_error(listening.error().code);
    server_ = std::move(listening).value();
    thread_ = std::thread{[this] { server_->run([this] { return stop_.load(); }); }};
  }
  ~RunningServer() {
    stop_ = true;
    thread_.join();
  }

 private:
  std::unique_ptr<review::Server> server_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

class Wire {
 public:
  explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};  // a test that hangs would tell less than one that fails
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    open_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Wire() { ::close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  bool open() const { return open_; }

  void send(const std::string& bytes) const {
    for (std::size_t sent = 0; sent < bytes.size();) {
      const ssize_t more = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (more <= 0) return;  // the server has closed: what it said before is to be read
      sent += static_cast<std::size_t>(more);
    }
  }

  /// Reads until the text has come, or nothing more does; all that was read so far.
  const std::string& read_until(const std::string& text) {
    char buffer[4096];
    while (read_.find(text) == std::string::npos) {
      const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      read_.append(buffer, static_cast<std::size_t>(got));
    }
    return read_;
  }

  /// One whole answer with a Content-Length, taken off what was read.
  std::string answer() {
    read_until("\r\n\r\n");
    const auto end = read_.find("\r\n\r\n");
    const auto length = read_.find("Content-Length: ");
    if (end == std::string::npos || length == std::string::npos || length > end) return read_;
    const std::size_t whole = end + 4 + std::stoul(read_.substr(length + 16));
    char buffer[4096];
    while (read_.size() < whole) {
      const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      read_.append(buffer, static_cast<std::size_t>(got));
    }
    std::string one = read_.substr(0, whole);
    read_.erase(0, whole);
    return one;
  }

 private:
  int socket_;
  bool open_ = false;
  std::string read_;
};

inline std::string http_request(ReviewHouse& house, const std::string& method,
                                const std::string& target, const std::string& cookie = "",
                                const std::string& body = "",
                                const std::string& type = "application/json") {
  const std::string host = "127.0.0.1:" + std::to_string(house.context().settings().port);
  std::string text = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
  if (!cookie.empty()) text += "Cookie: " + cookie + "\r\n";
  if (method != "GET")
    text += "Origin: http://" + host + "\r\nX-Confronta: 1\r\nContent-Type: " + type +
            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + body;
}

}  // namespace confronta::test
