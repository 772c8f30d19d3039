#pragma once
// What every handler works with: the store, the events, the clock.

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/messages/catalogue.h"
#include "app/review/auth/doors.h"
#include "app/review/event_hub.h"
#include "app/review/imports/uploads.h"
#include "app/review/job_runner.h"
#include "app/review/run/run_memory.h"
#include "engine/store/store.h"
#include "models/domain/result.h"

namespace confronta::app::review {

/// Seconds since 1970, UTC; injected, so that tests can let time pass.
using Clock = std::function<std::int64_t()>;

/// Thread-safe; outlives every lease. Many connections read (WAL: readers wait for nobody), one
/// connection writes, behind a mutex.
class ReviewContext {
 public:
  struct Settings {
    std::string store;
    Language language = Language::spanish;  // of whoever has not chosen one
    std::string single_user;                // the name of who came by the one-time link
    std::uint16_t port = 0;                 // at which it listens
    std::string public_origin;  // "https://..." of a proxy before it, whose pages count as ours
    Clock clock;
  };
  /// Opens, and migrates where needed, the store. Errors: those of Store::open.
  static Result<std::unique_ptr<ReviewContext>> open(Settings settings);
  ~ReviewContext();

  /// A connection to read with, given back when the lease ends.
  class Reader {
   public:
    ~Reader();
    Reader(Reader&&) noexcept = default;
    Reader& operator=(Reader&&) = delete;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Store& operator*() const { return *store_; }
    Store* operator->() const { return store_.get(); }

   private:
    friend class ReviewContext;
    Reader(ReviewContext& context, std::unique_ptr<Store> store)
        : context_(&context), store_(std::move(store)) {}
    ReviewContext* context_;
    std::unique_ptr<Store> store_;
  };
  Result<Reader> reader();

  /// The connection that writes, for as long as the value lives.
  class Writer {
   public:
    Store& operator*() const { return *store_; }
    Store* operator->() const { return store_; }

   private:
    friend class ReviewContext;
    Writer(std::mutex& mutex, Store& store) : lock_(mutex), store_(&store) {}
    std::unique_lock<std::mutex> lock_;
    Store* store_;
  };
  Writer writer();

  const Settings& settings() const { return settings_; }
  /// Once, before anything is served: the port, where the system chose it.
  void set_port(std::uint16_t port) { settings_.port = port; }
  /// Browsers share cookies between the ports of one computer: each server has a name of its own.
  std::string cookie_name() const { return "confronta-" + std::to_string(settings_.port); }
  std::int64_t now() const { return settings_.clock(); }
  /// Now, as the records have it: "2026-11-24T18:00:00Z".
  std::string instant() const;
  EventHub& events() { return events_; }
  JobRunner& jobs() { return jobs_; }
  Uploads& uploads() { return uploads_; }
  RunMemory& runs() { return runs_; }
  OneTimeLink& link() { return link_; }
  LoginLimit& login_limit() { return login_limit_; }

 private:
  explicit ReviewContext(Settings settings)
      : settings_(std::move(settings)),
        uploads_(settings_.store),
        jobs_(settings_.store, events_) {}
  void give_back(std::unique_ptr<Store> store);

  Settings settings_;
  std::unique_ptr<Store> write_store_;
  std::mutex write_mutex_;
  std::vector<std::unique_ptr<Store>> idle_;
  std::mutex idle_mutex_;
  EventHub events_;
  RunMemory runs_;
  OneTimeLink link_;
  LoginLimit login_limit_;
  Uploads uploads_;
  JobRunner jobs_;  // last: its thread uses the others
};

}  // namespace confronta::app::review
