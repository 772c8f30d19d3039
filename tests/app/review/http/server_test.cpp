// The server over real sockets: what a browser, a script and somebody hostile can send.

#include "app/review/http/server.h"

#include <gtest/gtest.h>

#include <vector>

#include "app/review/http/limits.h"
#include "tests/app/review/support/wire.h"

namespace confronta::app::review {
namespace {

using test::http_request;
using test::ReviewHouse;
using test::RunningServer;
using test::Wire;

class ServerTest : public ::testing::Test {
 protected:
  std::uint16_t port() { return house_.context().settings().port; }

  std::string cookie() {
    const auto entry = enter_by_link(house_.context(), house_.context().link().renew(house_.now));
    EXPECT_TRUE(entry.ok());
    return house_.context().cookie_name() + "=" + entry.value().secret;
  }

  static bool has_status(const std::string& answer, const std::string& status) {
    return answer.rfind("HTTP/1.1 " + status + " ", 0) == 0;
  }

  ReviewHouse house_;
  RunningServer server_{house_};
};

TEST_F(ServerTest, AnswersOneRequestAfterAnotherWithAllItsHeaders) {
  Wire wire{port()};
  const std::string known = cookie();
  wire.send(http_request(house_, "GET", "/api/v1/me", known));
  const std::string first = wire.answer();
  EXPECT_TRUE(has_status(first, "200")) << first;
  EXPECT_NE(first.find("Content-Security-Policy: default-src 'none';"), std::string::npos);
  EXPECT_NE(first.find("X-Content-Type-Options: nosniff"), std::string::npos);
  EXPECT_NE(first.find("Cache-Control: no-store"), std::string::npos);
  EXPECT_NE(first.find(R"("name":"ana")"), std::string::npos);
  wire.send(http_request(house_, "POST", "/api/v1/me", known, R"({"language":"es"})"));
  EXPECT_NE(wire.answer().find(R"("language":"es")"), std::string::npos);
  wire.send(http_request(house_, "GET", "/api/v1/me"));
  EXPECT_TRUE(has_status(wire.answer(), "401"));
}

TEST_F(ServerTest, BindsTheLoopbackAddressOnly) {
  auto second = Server::listen(house_.context(), port());
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, "review.port_taken");
}

TEST_F(ServerTest, RefusesAHeaderThatNeverEnds) {
  Wire wire{port()};
  wire.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(header_bytes + 1024, 'a') +
            "\r\n\r\n");
  EXPECT_TRUE(has_status(wire.answer(), "431"));
}

TEST_F(ServerTest, RefusesABodyOverItsLimitWithoutReadingIt) {
  Wire wire{port()};
  std::string head = http_request(house_, "POST", "/api/v1/me", cookie());
  head.replace(head.find("Content-Length: 0"), 17, "Content-Length: 70000");
  wire.send(head);
  EXPECT_TRUE(has_status(wire.answer(), "413"));
}

TEST_F(ServerTest, RefusesAChunkedBodyOnceItIsOverTheLimit) {
  Wire wire{port()};
  std::string head = http_request(house_, "POST", "/api/v1/me", cookie());
  head.replace(head.find("Content-Length: 0"), 17, "Transfer-Encoding: chunked");
  wire.send(head);
  for (int i = 0; i < 5; ++i) wire.send("4000\r\n" + std::string(0x4000, 'a') + "\r\n");
  EXPECT_TRUE(has_status(wire.answer(), "413"));
}

TEST_F(ServerTest, RefusesAHugeFileOfSomebodyKnownAndAnyOfAStranger) {
  std::string head = http_request(house_, "POST", "/api/v1/files?name=x.csv", cookie(), "",
                                  "application/octet-stream");
  head.replace(head.find("Content-Length: 0"), 17,
               "Content-Length: " + std::to_string(file_bytes + 1));
  Wire known{port()};
  known.send(head);
  EXPECT_TRUE(has_status(known.answer(), "413"));
  Wire stranger{port()};
  stranger.send(http_request(house_, "POST", "/api/v1/files?name=x.csv", "", "a,b\n1,2\n",
                             "application/octet-stream"));
  EXPECT_TRUE(has_status(stranger.answer(), "401"));
}

TEST_F(ServerTest, SurvivesWhatIsNoHttp) {
  for (const std::string& bytes :
       {std::string{"\0\0\0\0", 4}, std::string{"\x16\x03\x01\x02"}, std::string{"GET\r\n\r\n"},
        std::string{"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"},
        std::string{
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"}}) {
    Wire wire{port()};
    wire.send(bytes);
  }
  Wire wire{port()};
  wire.send(http_request(house_, "GET", "/api/v1/texts"));
  EXPECT_TRUE(has_status(wire.answer(), "200"));
}

TEST_F(ServerTest, AStreamTellsWhatHappensAndWhatWasMissed) {
  const std::string known = cookie();
  Wire stream{port()};
  stream.send(http_request(house_, "GET", "/api/v1/events", known));
  EXPECT_NE(stream.read_until(": confronta\n\n").find("text/event-stream"), std::string::npos);
  house_.context().events().publish({"claim", R"({"pair":"A|B"})"});
  EXPECT_NE(stream.read_until("{\"pair\":\"A|B\"}\n\n")
                .find("id: 1\nevent: claim\ndata: {\"pair\":\"A|B\"}\n\n"),
            std::string::npos);
  house_.context().events().publish({"release", "{}"});
  Wire again{port()};
  std::string request = http_request(house_, "GET", "/api/v1/events", known);
  request.insert(request.size() - 2, "Last-Event-ID: 1\r\n");
  again.send(request);
  const std::string& missed = again.read_until("event: release");
  EXPECT_NE(missed.find("id: 2\nevent: release"), std::string::npos);
  EXPECT_EQ(missed.find("id: 1\n"), std::string::npos);
}

TEST_F(ServerTest, AStrangerHearsNothing) {
  Wire stream{port()};
  stream.send(http_request(house_, "GET", "/api/v1/events"));
  EXPECT_TRUE(has_status(stream.answer(), "401"));
}

TEST_F(ServerTest, ManyAtOnceAreAnsweredEach) {
  const std::string known = cookie();
  std::vector<std::thread> people;
  std::atomic<int> answered{0};
  for (int i = 0; i < 8; ++i)
    people.emplace_back([&, i] {
      Wire wire{port()};
      for (int k = 0; k < 20; ++k) {
        const bool change = (i + k) % 2 == 0;
        wire.send(change ? http_request(house_, "POST", "/api/v1/me", known, R"({"language":"en"})")
                         : http_request(house_, "GET", "/api/v1/me", known));
        if (has_status(wire.answer(), "200")) ++answered;
      }
    });
  for (std::thread& person : people) person.join();
  EXPECT_EQ(answered, 160);
}

TEST_F(ServerTest, MoreConnectionsThanItTakesAreClosedAndThoseWithinGoOn) {
  std::vector<std::unique_ptr<Wire>> wires;
  for (std::size_t i = 0; i < connections + 20; ++i)
    wires.push_back(std::make_unique<Wire>(port()));
  wires.front()->send(http_request(house_, "GET", "/api/v1/texts"));
  EXPECT_TRUE(has_status(wires.front()->answer(), "200"));
  wires.back()->send(http_request(house_, "GET", "/api/v1/texts"));
  EXPECT_EQ(wires.back()->answer(), "");
}

}  // namespace
}  // namespace confronta::app::review
