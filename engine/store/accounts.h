#pragma once
// Who may review: accounts, their sessions and their tokens for scripts. Secrets never come here:
// passwords as Argon2id strings, session and token secrets as their BLAKE2b digests.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/store.h"
#include "models/domain/result.h"

namespace confronta {

struct Account {
  std::int64_t id = 0;
  std::string name;      // unique, letter case aside
  std::string role;      // reviewer, coordinator
  std::string password;  // Argon2id string
  bool disabled = false;
  std::string instant;  // when it was added
};

/// Each change and its audit entry are one transaction. Errors: "reviewer.exists",
/// "reviewer.unknown".
Status add_account(Store& store, const Account& account);
Status set_account_password(Store& store, const std::string& name, const std::string& password,
                            const std::string& instant);
/// Also ends the account's sessions and revokes its tokens. Its decisions stay.
Status disable_account(Store& store, const std::string& name, const std::string& instant);
/// By id, oldest first.
Result<std::vector<Account>> list_accounts(Store& store);
Result<std::optional<Account>> find_account(Store& store, const std::string& name);

struct StoredSession {
  std::optional<Account> account;  // nothing: the single user's
  std::int64_t expires = 0;        // seconds since 1970
  std::string since;               // when the session before this one ended or began; "" = none
  std::string language;            // es, en, or "" = not chosen
};

/// Begins a session of an account (0 = the single user); what the session before it chose is kept.
Status begin_session(Store& store, const std::string& hash, std::int64_t account,
                     std::int64_t expires, const std::string& instant);
Status end_session(Store& store, const std::string& hash, const std::string& instant);
Status set_session_language(Store& store, const std::string& hash, const std::string& language);
/// A session that was begun and not ended, of an account that is not disabled; whether it has
/// expired is for the caller to see. A single user's session counts only while there is no account.
Result<std::optional<StoredSession>> find_session(Store& store, const std::string& hash);

/// A script's token; there may be several.
Status add_token(Store& store, const std::string& name, const std::string& hash,
                 const std::string& instant);
/// The account of a token that is not revoked.
Result<std::optional<Account>> find_token(Store& store, const std::string& hash);

}  // namespace confronta
