#include "app/review/auth/doors.h"

#include "app/review/auth/secrets.h"

namespace confronta::app::review {

std::string OneTimeLink::renew(std::int64_t now) {
  const std::string secret = new_secret();
  const std::lock_guard lock{mutex_};
  digest_ = digest_of_secret(secret);
  expires_ = now + seconds_valid;
  return secret;
}

bool OneTimeLink::use(const std::string& secret, std::int64_t now) {
  const std::lock_guard lock{mutex_};
  // Digests are compared, not secrets: how long it takes tells nothing of use.
  if (digest_.empty() || now >= expires_ || digest_of_secret(secret) != digest_) return false;
  digest_.clear();
  return true;
}

bool LoginLimit::within(const Failures& failures, int most, std::int64_t now) {
  return failures.count < most || now - failures.first >= window_s;
}

void LoginLimit::add(Failures& failures, std::int64_t now) {
  if (now - failures.first >= window_s) failures = {0, now};
  ++failures.count;
}

bool LoginLimit::may_try(const std::string& name, std::int64_t now) {
  const std::lock_guard lock{mutex_};
  const auto at = by_name_.find(name);
  return within(all_, all_tries, now) && (at == by_name_.end() || within(at->second, tries, now));
}

void LoginLimit::failed(const std::string& name, std::int64_t now) {
  const std::lock_guard lock{mutex_};
  if (now - all_.first >= window_s) by_name_.clear();
  add(all_, now);
  add(by_name_[name], now);
}

void LoginLimit::succeeded(const std::string& name) {
  const std::lock_guard lock{mutex_};
  by_name_.erase(name);
}

}  // namespace confronta::app::review
