#include "app/review/auth/sessions.h"

#include "app/review/auth/secrets.h"
#include "engine/store/accounts.h"

namespace confronta::app::review {
namespace {

Who who_of(const ReviewContext& context, const std::optional<Account>& account) {
  Who who;
  if (!account) {
    who.name = context.settings().single_user;
    who.role = Role::coordinator;
    who.single_user = true;
    return who;
  }
  who.account = account->id;
  who.name = account->name;
  who.role = account->role == "coordinator" ? Role::coordinator : Role::reviewer;
  return who;
}

Language language_of(const ReviewContext& context, const std::string& chosen) {
  if (chosen == "en") return Language::english;
  if (chosen == "es") return Language::spanish;
  return context.settings().language;
}

/// What find_session says of a session that was just begun, so that both ways agree.
Result<Entry> begin(ReviewContext& context, std::int64_t account) {
  Entry entry;
  entry.secret = new_secret();
  const std::string hash = digest_of_secret(entry.secret);
  {
    const auto store = context.writer();
    auto begun =
        begin_session(*store, hash, account, context.now() + session_seconds, context.instant());
    if (!begun) return begun.error();
  }
  auto visitor = visitor_of_session(context, entry.secret);
  if (!visitor) return visitor.error();
  if (!visitor.value()) return Error{"review.no_session", {}, {}};
  entry.visitor = std::move(*visitor.value());
  return entry;
}

}  // namespace

Result<Entry> enter_by_link(ReviewContext& context, const std::string& link) {
  {
    auto store = context.reader();
    if (!store) return store.error();
    auto accounts = list_accounts(*store.value());
    if (!accounts) return accounts.error();
    if (!accounts.value().empty() || !context.link().use(link, context.now()))
      return Error{"review.link_used", {}, {}};
  }
  return begin(context, 0);
}

Result<Entry> enter_by_password(ReviewContext& context, const std::string& name,
                                const std::string& password) {
  if (!context.login_limit().may_try(name, context.now())) return Error{"review.too_many", {}, {}};
  std::optional<Account> account;
  {
    auto store = context.reader();
    if (!store) return store.error();
    auto found = find_account(*store.value(), name);
    if (!found) return found.error();
    account = std::move(found).value();
  }
  const bool active = account && !account->disabled;
  if (!password_fits(active ? account->password : "", password)) {
    context.login_limit().failed(name, context.now());
    return Error{"review.bad_login", {}, {}};
  }
  context.login_limit().succeeded(name);
  return begin(context, account->id);
}

Status end_visit(ReviewContext& context, const Who& who) {
  if (who.session.empty()) return success();
  const auto store = context.writer();
  return end_session(*store, who.session, context.instant());
}

Result<std::optional<Visitor>> visitor_of_session(ReviewContext& context,
                                                  const std::string& secret) {
  auto store = context.reader();
  if (!store) return store.error();
  const std::string hash = digest_of_secret(secret);
  auto session = find_session(*store.value(), hash);
  if (!session) return session.error();
  if (!session.value() || session.value()->expires <= context.now())
    return std::optional<Visitor>{};
  Visitor visitor;
  visitor.who = who_of(context, session.value()->account);
  visitor.who.session = hash;
  visitor.who.since = session.value()->since;
  visitor.language = language_of(context, session.value()->language);
  return std::optional<Visitor>{std::move(visitor)};
}

Result<std::optional<Visitor>> visitor_of_token(ReviewContext& context, const std::string& token) {
  auto store = context.reader();
  if (!store) return store.error();
  auto account = find_token(*store.value(), digest_of_secret(token));
  if (!account) return account.error();
  if (!account.value()) return std::optional<Visitor>{};
  return std::optional<Visitor>{
      Visitor{who_of(context, account.value()), context.settings().language}};
}

}  // namespace confronta::app::review
