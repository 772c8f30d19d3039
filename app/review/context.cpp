#include "app/review/context.h"

#include "app/cli/session.h"

namespace confronta::app::review {

Result<std::unique_ptr<ReviewContext>> ReviewContext::open(Settings settings) {
  std::unique_ptr<ReviewContext> context{new ReviewContext{std::move(settings)}};
  auto store = Store::open(context->settings_.store, Access::write);
  if (!store) return store.error();
  context->write_store_ = std::move(store).value();
  return context;
}

ReviewContext::~ReviewContext() = default;

Result<ReviewContext::Reader> ReviewContext::reader() {
  {
    const std::lock_guard lock{idle_mutex_};
    if (!idle_.empty()) {
      auto store = std::move(idle_.back());
      idle_.pop_back();
      return Reader{*this, std::move(store)};
    }
  }
  auto store = Store::open(settings_.store, Access::read);
  if (!store) return store.error();
  return Reader{*this, std::move(store).value()};
}

ReviewContext::Reader::~Reader() {
  if (store_) context_->give_back(std::move(store_));
}

void ReviewContext::give_back(std::unique_ptr<Store> store) {
  const std::lock_guard lock{idle_mutex_};
  idle_.push_back(std::move(store));
}

ReviewContext::Writer ReviewContext::writer() { return {write_mutex_, *write_store_}; }

std::string ReviewContext::instant() const { return utc_text(now()); }

}  // namespace confronta::app::review
