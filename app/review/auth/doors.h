#pragma once
// The two doors into a review: the one-time link, and the count of failed passwords.

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace confronta::app::review {

/// The link that `confronta review` prints: good once, and for ten minutes. Thread-safe.
class OneTimeLink {
 public:
  static constexpr std::int64_t seconds_valid = 600;

  /// A new link; the one before it no longer works.
  std::string renew(std::int64_t now);
  /// Whether this is the link, and still good; from then on it is not.
  bool use(const std::string& secret, std::int64_t now);

 private:
  std::mutex mutex_;
  std::string digest_;
  std::int64_t expires_ = 0;
};

/// Slows down who guesses passwords. Thread-safe.
class LoginLimit {
 public:
  static constexpr int tries = 5;                // of one name,
  static constexpr int all_tries = 30;           // and of all names together,
  static constexpr std::int64_t window_s = 900;  // within a quarter of an hour

  /// Whether a try may be made now.
  bool may_try(const std::string& name, std::int64_t now);
  void failed(const std::string& name, std::int64_t now);
  void succeeded(const std::string& name);

 private:
  struct Failures {
    int count = 0;
    std::int64_t first = 0;
  };
  static bool within(const Failures& failures, int most, std::int64_t now);
  static void add(Failures& failures, std::int64_t now);

  std::mutex mutex_;
  std::map<std::string, Failures>
      by_name_;  // cleared with the window, and never more than all_tries
  Failures all_;
};

}  // namespace confronta::app::review
