#pragma once
// How long work tells of its progress and hears that it should stop.

#include <cstdint>
#include <string_view>

namespace confronta {

/// Called from the thread that runs the work. The default does nothing.
class Progress {
 public:
  virtual ~Progress() = default;
  /// A new stage begins ("match.score"), with so many units of work in all (0 = unknown).
  virtual void stage(std::string_view /*code*/, std::uint64_t /*total*/) {}
  virtual void done(std::uint64_t /*units_so_far*/) {}
  /// True once the user wants to stop; the work then ends with the error "run.cancelled".
  virtual bool cancelled() const { return false; }
};

}  // namespace confronta
