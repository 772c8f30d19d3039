#pragma once
// Bytes of a file, read in pieces.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "models/domain/result.h"

namespace confronta::importers {

/// A stream of bytes. Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills as much of the buffer as it can at once; 0 at the end. Error: "file.unreadable".
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
  /// Bytes of the file read so far, and in all.
  virtual std::pair<std::uint64_t, std::uint64_t> progress() const = 0;
};

/// Opens a regular file, `skip` bytes from its beginning. Errors: "file.not_found",
/// "file.unreadable", "file.is_folder", "file.no_permission", "file.empty".
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path, std::uint64_t skip = 0);

/// The first bytes of a file, at most `limit` of them. Errors as open_bytes.
Result<std::string> read_head(const std::string& path, std::size_t limit);

/// A movable window over a stream, for readers that cut it into rows. Views are valid until the
/// next call of more(); offsets from the window's beginning stay true.
class Window {
 public:
  explicit Window(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// The bytes that are there, from the current place on.
  std::string_view rest() const { return std::string_view{buffer_}.substr(begin_); }
  /// Reads on behind rest(). False at the end of the stream.
  Result<bool> more();
  /// Reads on until rest() has `size` bytes or the stream ends.
  Status fill(std::size_t size);
  /// Moves the current place forward.
  void drop(std::size_t count) { begin_ += count; }
  bool at_end() const { return at_end_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const { return source_->progress(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool at_end_ = false;
};

}  // namespace confronta::importers
