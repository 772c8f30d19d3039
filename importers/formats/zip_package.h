#pragma once
// Parts of a zip archive as streams, with limits: an archive comes from outside, and a few
// kilobytes can claim to be terabytes.

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "models/domain/result.h"

struct zip;
struct zip_file;

namespace confronta::importers {

struct ZipLimits {
  std::uint64_t bytes = std::uint64_t{2} << 30;       // of a part, and of all that is read together
  std::uint64_t ratio = 300;                          // uncompressed to compressed, for large parts
  std::uint64_t ratio_from = std::uint64_t{8} << 20;  // smaller parts may have any ratio
};

class ZipPackage;

/// One part, read from its beginning. The package must outlive it.
class ZipPart {
 public:
  ZipPart(ZipPackage& package, zip_file* file, std::string name)
      : package_(&package), file_(file), name_(std::move(name)) {}
  ZipPart(const ZipPart&) = delete;
  ZipPart& operator=(const ZipPart&) = delete;
  ~ZipPart();

  /// Fills as much of the buffer as it can; 0 at the end. Errors: "xlsx.damaged_part",
  /// "xlsx.too_large".
  Result<std::size_t> read(std::span<char> buffer);
  const std::string& name() const { return name_; }
  Error error(const char* code, std::string argument = {}) const;

 private:
  ZipPackage* package_;
  zip_file* file_;
  std::string name_;
};

/// An archive. Not thread-safe.
class ZipPackage {
 public:
  /// Errors: "xlsx.damaged_zip".
  static Result<std::unique_ptr<ZipPackage>> open(const std::string& path, ZipLimits limits = {});
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;
  ~ZipPackage();

  /// Names are as in the package's relationships, without the first "/"; case does not count.
  /// Errors: "xlsx.no_part", "xlsx.damaged_part", "xlsx.too_large", "xlsx.bad_ratio", all with the
  /// part's name.
  Result<std::unique_ptr<ZipPart>> part(const std::string& name);
  bool has(const std::string& name) const;
  /// The size that a part claims to have; 0 if there is none.
  std::uint64_t size(const std::string& name) const;
  /// Bytes read so far, of all parts.
  std::uint64_t bytes_read() const { return read_; }

 private:
  friend class ZipPart;
  ZipPackage(zip* archive, std::string path, ZipLimits limits)
      : archive_(archive), path_(std::move(path)), limits_(limits) {}

  zip* archive_;
  std::string path_;
  ZipLimits limits_;
  std::uint64_t read_ = 0;
};

}  // namespace confronta::importers
