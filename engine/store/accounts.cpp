#include "engine/store/accounts.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/store/audit.h"
#include "engine/store/guarded.h"
#include "engine/store/kept_statement.h"

namespace confronta {
namespace {

constexpr const char* account_columns = "a.id, a.name, a.role, a.password, a.disabled, a.instant";

Account account_of(SQLite::Statement& row) {
  Account account;
  account.id = row.getColumn(0).getInt64();
  account.name = row.getColumn(1).getString();
  account.role = row.getColumn(2).getString();
  account.password = row.getColumn(3).getString();
  account.disabled = row.getColumn(4).getInt() != 0;
  account.instant = row.getColumn(5).getString();
  return account;
}

std::optional<Account> account_by_name(SQLite::Database& database, const std::string& name) {
  SQLite::Statement find{
      database, std::string{"SELECT "} + account_columns + " FROM account a WHERE a.name = ?"};
  find.bind(1, name);
  if (!find.executeStep()) return std::nullopt;
  return account_of(find);
}

/// Changes one account by name and writes the audit entry, together.
template <class Change>
Status change_account(Store& store, const std::string& name, const std::string& instant,
                      std::string_view action, Change&& change) {
  return guarded([&]() -> Status {
    SQLite::Database& database = store.database();
    SQLite::Transaction all{database, SQLite::TransactionBehavior::IMMEDIATE};
    const auto account = account_by_name(database, name);
    if (!account) return Error{"reviewer.unknown", {name}, {}};
    change(database, *account);
    append_audit(database, instant, action, account->name);
    all.commit();
    return success();
  });
}

void update(SQLite::Database& database, const char* sql, const std::string& text, std::int64_t id) {
  SQLite::Statement statement{database, sql};
  statement.bind(1, text);
  statement.bind(2, id);
  statement.exec();
}

}  // namespace

Status add_account(Store& store, const Account& account) {
  return guarded([&]() -> Status {
    SQLite::Database& database = store.database();
    SQLite::Transaction all{database, SQLite::TransactionBehavior::IMMEDIATE};
    if (account_by_name(database, account.name))
      return Error{"reviewer.exists", {account.name}, {}};
    SQLite::Statement insert{database,
                             "INSERT INTO account (name, role, password, disabled, instant) "
                             "VALUES (?, ?, ?, 0, ?)"};
    insert.bind(1, account.name);
    insert.bind(2, account.role);
    insert.bind(3, account.password);
    insert.bind(4, account.instant);
    insert.exec();
    append_audit(database, account.instant, "reviewer_added", account.name + '\n' + account.role);
    all.commit();
    return success();
  });
}

Status set_account_password(Store& store, const std::string& name, const std::string& password,
                            const std::string& instant) {
  return change_account(
      store, name, instant, "reviewer_password", [&](SQLite::Database& database, const Account& a) {
        update(database, "UPDATE account SET password = ? WHERE id = ?", password, a.id);
        update(database,  // whoever knew the old password is out
               "UPDATE review_session SET ended = ? WHERE account_id = ? AND ended = ''", instant,
               a.id);
      });
}

Status disable_account(Store& store, const std::string& name, const std::string& instant) {
  return change_account(
      store, name, instant, "reviewer_disabled", [&](SQLite::Database& database, const Account& a) {
        SQLite::Statement disable{database, "UPDATE account SET disabled = 1 WHERE id = ?"};
        disable.bind(1, a.id);
        disable.exec();
        update(database, "UPDATE review_session SET ended = ? WHERE account_id = ? AND ended = ''",
               instant, a.id);
        update(database,
               "UPDATE review_token SET revoked = ? WHERE account_id = ? AND revoked = ''", instant,
               a.id);
      });
}

Result<std::vector<Account>> list_accounts(Store& store) {
  return guarded([&]() -> Result<std::vector<Account>> {
    std::vector<Account> accounts;
    SQLite::Statement all{store.database(), std::string{"SELECT "} + account_columns +
                                                " FROM account a ORDER BY a.id"};
    while (all.executeStep()) accounts.push_back(account_of(all));
    return accounts;
  });
}

Result<std::optional<Account>> find_account(Store& store, const std::string& name) {
  return guarded(
      [&]() -> Result<std::optional<Account>> { return account_by_name(store.database(), name); });
}

Status begin_session(Store& store, const std::string& hash, std::int64_t account,
                     std::int64_t expires, const std::string& instant) {
  return guarded([&]() -> Status {
    SQLite::Database& database = store.database();
    SQLite::Transaction all{database, SQLite::TransactionBehavior::IMMEDIATE};
    SQLite::Statement before{database,
                             "SELECT max(instant, ended), language FROM review_session "
                             "WHERE ifnull(account_id, 0) = ? ORDER BY max(instant, ended) DESC "
                             "LIMIT 1"};
    before.bind(1, account);
    std::string since;
    std::string language;
    if (before.executeStep()) {
      since = before.getColumn(0).getString();
      language = before.getColumn(1).getString();
    }
    SQLite::Statement insert{database,
                             "INSERT INTO review_session (hash, account_id, instant, expires, "
                             "since, language, ended) VALUES (?, nullif(?, 0), ?, ?, ?, ?, '')"};
    insert.bind(1, hash);
    insert.bind(2, account);
    insert.bind(3, instant);
    insert.bind(4, expires);
    insert.bind(5, since);
    insert.bind(6, language);
    insert.exec();
    append_audit(database, instant, "session_began", std::to_string(account));
    all.commit();
    return success();
  });
}

Status end_session(Store& store, const std::string& hash, const std::string& instant) {
  return guarded([&]() -> Status {
    SQLite::Database& database = store.database();
    SQLite::Transaction all{database, SQLite::TransactionBehavior::IMMEDIATE};
    SQLite::Statement end{database,
                          "UPDATE review_session SET ended = ? WHERE hash = ? AND ended = ''"};
    end.bind(1, instant);
    end.bind(2, hash);
    if (end.exec() > 0) append_audit(database, instant, "session_ended", hash.substr(0, 16));
    all.commit();
    return success();
  });
}

Status set_session_language(Store& store, const std::string& hash, const std::string& language) {
  return guarded([&]() -> Status {
    SQLite::Statement set{store.database(),
                          "UPDATE review_session SET language = ? WHERE hash = ?"};
    set.bind(1, language);
    set.bind(2, hash);
    set.exec();
    return success();
  });
}

Result<std::optional<StoredSession>> find_session(Store& store, const std::string& hash) {
  return guarded([&]() -> Result<std::optional<StoredSession>> {
    const KeptStatement find{
        store,
        std::string{"SELECT "} + account_columns +
            ", s.expires, s.since, s.language FROM review_session s LEFT JOIN account a ON a.id = "
            "s.account_id WHERE s.hash = ? AND s.ended = '' AND CASE WHEN s.account_id IS NULL "
            "THEN NOT EXISTS (SELECT 1 FROM account) ELSE a.disabled = 0 END"};
    find->bind(1, hash);
    if (!find->executeStep()) return std::optional<StoredSession>{};
    StoredSession session;
    if (!find->getColumn(0).isNull()) session.account = account_of(*find);
    session.expires = find->getColumn(6).getInt64();
    session.since = find->getColumn(7).getString();
    session.language = find->getColumn(8).getString();
    return std::optional<StoredSession>{std::move(session)};
  });
}

Status add_token(Store& store, const std::string& name, const std::string& hash,
                 const std::string& instant) {
  return change_account(
      store, name, instant, "reviewer_token", [&](SQLite::Database& database, const Account& a) {
        SQLite::Statement insert{database,
                                 "INSERT INTO review_token (hash, account_id, instant, revoked) "
                                 "VALUES (?, ?, ?, '')"};
        insert.bind(1, hash);
        insert.bind(2, a.id);
        insert.bind(3, instant);
        insert.exec();
      });
}

Result<std::optional<Account>> find_token(Store& store, const std::string& hash) {
  return guarded([&]() -> Result<std::optional<Account>> {
    SQLite::Statement find{store.database(),
                           std::string{"SELECT "} + account_columns +
                               " FROM review_token t JOIN account a ON a.id = t.account_id "
                               "WHERE t.hash = ? AND t.revoked = '' AND a.disabled = 0"};
    find.bind(1, hash);
    if (!find.executeStep()) return std::optional<Account>{};
    return std::optional<Account>{account_of(find)};
  });
}

}  // namespace confronta
