#include "importers/formats/zip_package.h"

#include <zip.h>

namespace confronta::importers {

ZipPart::~ZipPart() { zip_fclose(file_); }

Error ZipPart::error(const char* code, std::string argument) const {
  Error error{code, {name_}, {package_->path_, "", 0, ""}};
  if (!argument.empty()) error.arguments.push_back(std::move(argument));
  return error;
}

Result<std::size_t> ZipPart::read(std::span<char> buffer) {
  const zip_int64_t count = zip_fread(file_, buffer.data(), buffer.size());
  if (count < 0) return error("xlsx.damaged_part");
  // What a part claims is checked on opening; a part that lies is caught here.
  package_->read_ += static_cast<std::uint64_t>(count);
  if (package_->read_ > 2 * package_->limits_.bytes)
    return error("xlsx.too_large", std::to_string(package_->limits_.bytes >> 20));
  return static_cast<std::size_t>(count);
}

Result<std::unique_ptr<ZipPackage>> ZipPackage::open(const std::string& path, ZipLimits limits) {
  int code = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (!archive) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    Error damaged{"xlsx.damaged_zip", {zip_error_strerror(&error)}, {path, "", 0, ""}};
    zip_error_fini(&error);
    return damaged;
  }
  return std::unique_ptr<ZipPackage>{new ZipPackage{archive, path, limits}};
}

ZipPackage::~ZipPackage() { zip_discard(archive_); }

bool ZipPackage::has(const std::string& name) const {
  return zip_name_locate(archive_, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::uint64_t ZipPackage::size(const std::string& name) const {
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (zip_stat(archive_, name.c_str(), ZIP_FL_NOCASE, &facts) != 0) return 0;
  return (facts.valid & ZIP_STAT_SIZE) != 0 ? facts.size : 0;
}

Result<std::unique_ptr<ZipPart>> ZipPackage::part(const std::string& name) {
  const auto error = [&](const char* code, std::uint64_t limit) {
    Error made{code, {name}, {path_, "", 0, ""}};
    if (limit > 0) made.arguments.push_back(std::to_string(limit));
    return made;
  };
  const zip_int64_t index = zip_name_locate(archive_, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return error("xlsx.no_part", 0);
  zip_stat_t facts;
  zip_stat_init(&facts);
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if (zip_stat_index(archive_, static_cast<zip_uint64_t>(index), 0, &facts) != 0 ||
      (facts.valid & needed) != needed)
    return error("xlsx.damaged_part", 0);
  if (facts.size > limits_.bytes) return error("xlsx.too_large", limits_.bytes >> 20);
  if (facts.size > limits_.ratio_from && facts.size / limits_.ratio > facts.comp_size)
    return error("xlsx.bad_ratio", limits_.ratio);
  zip_file_t* file = zip_fopen_index(archive_, static_cast<zip_uint64_t>(index), 0);
  if (!file) return error("xlsx.damaged_part", 0);
  return std::make_unique<ZipPart>(*this, file, name);
}

}  // namespace confronta::importers
