#pragma once
// Secrets by libsodium: made at random, kept only as digests.

#include <string>

namespace confronta::app::review {

/// 256 random bits in URL-safe letters.
std::string new_secret();
/// What is kept of a secret: it cannot be turned back, and a thief of the store cannot enter with
/// it.
std::string digest_of_secret(const std::string& secret);
/// Argon2id with libsodium's interactive limits: 64 MiB, about a tenth of a second. "" if there is
/// no memory for it.
std::string password_string(const std::string& password);
/// Takes as long whether the string is well formed or not, so that time does not tell names.
bool password_fits(const std::string& kept, const std::string& password);

}  // namespace confronta::app::review
