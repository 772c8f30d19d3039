#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/review/auth/secrets.h"
#include "engine/store/accounts.h"

namespace confronta::app {
namespace {

constexpr std::size_t shortest_password = 10;  // characters; NIST SP 800-63B asks for 8 at least

/// The terminal without echo, until the end of the block.
class NoEcho {
 public:
  NoEcho() : terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~NoEcho() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  bool terminal() const { return terminal_; }

 private:
  termios before_{};
  bool terminal_;
};

/// From the terminal twice, without echo; from anything else the first line. The Argon2id string.
Result<std::string> asked_password(const Session& session) {
  const NoEcho quiet;
  std::string password;
  if (quiet.terminal()) session.tell("reviewer.ask");
  std::getline(std::cin, password);
  if (password.size() < shortest_password)
    return Error{"reviewer.short_password", {std::to_string(shortest_password)}, {}};
  if (quiet.terminal()) {
    session.tell("reviewer.ask_again");
    std::string again;
    std::getline(std::cin, again);
    if (again != password) return Error{"reviewer.passwords_differ", {}, {}};
  }
  std::string kept = review::password_string(password);
  if (kept.empty()) return Error{"reviewer.no_memory", {}, {}};
  return kept;
}

int list(const Session& session, Store& store) {
  auto accounts = list_accounts(store);
  if (!accounts) return session.fail(accounts.error());
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const Account& account : accounts.value()) {
    if (session.json)
      rows.push_back({{"name", account.name},
                      {"role", account.role},
                      {"disabled", account.disabled},
                      {"since", account.instant}});
    else
      session.print(account.name + "\t" + session.text("role." + account.role) + "\t" +
                    account.instant +
                    (account.disabled ? "\t" + session.text("reviewer.is_disabled") : ""));
  }
  if (session.json) session.print(rows.dump());
  return exit_ok;
}

Status add(const Session& session, Store& store, const ReviewerArguments& arguments) {
  auto password = asked_password(session);
  if (!password) return password.error();
  Account account;
  account.name = arguments.name;
  account.role = arguments.role;
  account.password = std::move(password).value();
  account.instant = utc_now();
  return add_account(store, account);
}

Status change_password(const Session& session, Store& store, const std::string& name) {
  auto password = asked_password(session);
  if (!password) return password.error();
  return set_account_password(store, name, password.value(), utc_now());
}

Status give_token(const Session& session, Store& store, const std::string& name) {
  const std::string token = review::new_secret();
  auto added = add_token(store, name, review::digest_of_secret(token), utc_now());
  if (!added) return added;
  session.print(token);  // the only time that it is seen
  return success();
}

Status carry_out(const Session& session, Store& store, const ReviewerArguments& arguments) {
  if (arguments.action == "add") return add(session, store, arguments);
  if (arguments.action == "password") return change_password(session, store, arguments.name);
  if (arguments.action == "token") return give_token(session, store, arguments.name);
  return disable_account(store, arguments.name, utc_now());
}

}  // namespace

int manage_reviewers(const Session& session, const ReviewerArguments& arguments) {
  auto store = Store::open(session.store, Access::write);
  if (!store) return session.fail(store.error());
  if (arguments.action == "list") return list(session, *store.value());
  if (arguments.name.empty()) return session.fail(Error{"reviewer.no_name", {}, {}});
  auto done = carry_out(session, *store.value(), arguments);
  if (!done) return session.fail(done.error());
  session.tell("reviewer.done." + arguments.action, {arguments.name});
  return exit_ok;
}

}  // namespace confronta::app
