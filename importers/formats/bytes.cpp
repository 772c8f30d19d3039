#include "importers/formats/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace confronta::importers {
namespace {

constexpr std::size_t least_chunk = std::size_t{1} << 18;

/// The common refusals have words of their own; the system's are English.
Error file_error(const char* code, const std::string& path, int number) {
  if (number == EISDIR) code = "file.is_folder";
  if (number == EACCES || number == EPERM) code = "file.no_permission";
  Error error{code, {}, {path, "", 0, ""}};
  if (number != 0) error.arguments.emplace_back(std::generic_category().message(number));
  return error;
}

class FileBytes final : public ByteSource {
 public:
  FileBytes(int file, std::string path, std::uint64_t size, std::uint64_t skipped)
      : file_(file), path_(std::move(path)), size_(size), position_(skipped) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override { ::close(file_); }

  Result<std::size_t> read(std::span<char> buffer) override {
    for (;;) {
      const ssize_t count = ::read(file_, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return file_error("file.unreadable", path_, errno);
      position_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
  }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return {position_, size_}; }

 private:
  int file_;
  std::string path_;
  std::uint64_t size_;
  std::uint64_t position_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path, std::uint64_t skip) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0)
    return file_error(errno == ENOENT || errno == ENOTDIR ? "file.not_found" : "file.unreadable",
                      path, errno);
  if (!S_ISREG(facts.st_mode))
    return file_error("file.unreadable", path, S_ISDIR(facts.st_mode) ? EISDIR : EINVAL);
  if (facts.st_size == 0) return file_error("file.empty", path, 0);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_error("file.unreadable", path, errno);
  if (skip > 0 && ::lseek(file, static_cast<off_t>(skip), SEEK_SET) < 0) {
    const int number = errno;
    ::close(file);
    return file_error("file.unreadable", path, number);
  }
  return std::unique_ptr<ByteSource>{
      new FileBytes{file, path, static_cast<std::uint64_t>(facts.st_size), skip}};
}

Result<std::string> read_head(const std::string& path, std::size_t limit) {
  auto source = open_bytes(path);
  if (!source) return source.error();
  std::string head(limit, '\0');
  std::size_t size = 0;
  while (size < limit) {
    const auto count = source.value()->read({head.data() + size, limit - size});
    if (!count) return count.error();
    if (count.value() == 0) break;
    size += count.value();
  }
  head.resize(size);
  return head;
}

Result<bool> Window::more() {
  if (at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  // Doubling keeps the cost of a row that is longer than the window linear in its length.
  const std::size_t size = buffer_.size();
  buffer_.resize(size + std::max(least_chunk, size));
  const auto count = source_->read({buffer_.data() + size, buffer_.size() - size});
  buffer_.resize(size + (count ? count.value() : 0));
  if (!count) return count.error();
  at_end_ = count.value() == 0;
  return !at_end_;
}

Status Window::fill(std::size_t size) {
  while (buffer_.size() - begin_ < size) {
    const auto read = more();
    if (!read) return read.error();
    if (!read.value()) break;
  }
  return success();
}

}  // namespace confronta::importers
