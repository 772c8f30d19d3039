#pragma once
// HTTP on this computer's own address: sockets, limits of size and time, streams. What is asked and
// answered is decided in gate.h and api/router.h.

#include <cstdint>
#include <functional>
#include <memory>

#include "app/review/context.h"
#include "models/domain/result.h"

namespace confronta::app::review {

/// Reads are answered by the threads that serve the sockets, changes by threads of their own: a
/// change that waits for the store (during a long import) holds up no reader.
class Server {
 public:
  /// Listens at 127.0.0.1; port 0 = one that is free. Tells the context which. Error
  /// "review.port_taken".
  static Result<std::unique_ptr<Server>> listen(ReviewContext& context, std::uint16_t port);
  virtual ~Server() = default;
  /// Serves until `stop` says so, which it is asked a few times a second; then answers that are
  /// being made are finished and streams closed.
  virtual void run(const std::function<bool()>& stop) = 0;
};

}  // namespace confronta::app::review
