#pragma once
// BLAKE2b-256, by which snapshots, reference sets and runs are known.

#include <memory>
#include <string>
#include <string_view>

namespace confronta {

/// Of one text, in 64 hexadecimal digits.
std::string digest_of(std::string_view text);

/// Of a text that comes in pieces.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
  void add(std::string_view piece);
  /// Call once, at the end.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace confronta
