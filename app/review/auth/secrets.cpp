#include "app/review/auth/secrets.h"

#include <sodium.h>

#include <array>
#include <mutex>

#include "engine/digest.h"

namespace confronta::app::review {
namespace {

/// One Argon2id at a time: many at once would be a way to fill the memory.
std::mutex& argon2_mutex() {
  static std::mutex mutex;
  return mutex;
}

bool ready() {
  static const bool initialised = sodium_init() >= 0;
  return initialised;
}

}  // namespace

std::string new_secret() {
  if (!ready()) std::abort();  // no random numbers, no secrets
  std::array<unsigned char, 32> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char,
             sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING)>
      text;
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

std::string digest_of_secret(const std::string& secret) {
  return digest_of("confronta review\n" + secret);
}

std::string password_string(const std::string& password) {
  const std::lock_guard lock{argon2_mutex()};
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (!ready() || crypto_pwhash_str(text.data(), password.data(), password.size(),
                                    crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                    crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return "";
  return text.data();
}

bool password_fits(const std::string& kept, const std::string& password) {
  if (kept.empty()) {  // nobody of that name: the same work, and no
    password_string(password);
    return false;
  }
  const std::lock_guard lock{argon2_mutex()};
  return ready() && crypto_pwhash_str_verify(kept.c_str(), password.data(), password.size()) == 0;
}

}  // namespace confronta::app::review
