#include "app/review/imports/uploads.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "models/domain/number_text.h"

namespace confronta::app::review {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t longest_name = 200;  // bytes

/// The last part of a path, in either system's way of writing it, without control characters.
std::string file_name(const std::string& given) {
  std::string name;
  for (const char c : given.substr(std::min(given.find_last_of("/\\") + 1, given.size())))
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) name += c;
  if (name.size() > longest_name) {  // the ending says most
    std::size_t cut = name.size() - longest_name;
    while (cut < name.size() && (static_cast<unsigned char>(name[cut]) & 0xC0U) == 0x80U) ++cut;
    name.erase(0, cut);
  }
  return name.empty() ? "archivo" : name;
}

/// Folders of processes that are no more.
void remove_leftovers(const fs::path& parent) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator{parent, error}) {
    const auto pid = parse_number(entry.path().filename().string());
    if (pid && *pid > 0 && *pid < 1e9 && ::kill(static_cast<pid_t>(*pid), 0) != 0 && errno == ESRCH)
      fs::remove_all(entry.path(), error);
  }
}

bool write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file << bytes;
  file.close();
  return file.good();
}

}  // namespace

Uploads::Uploads(const std::string& store) {
  const fs::path parent = store + ".uploads";
  remove_leftovers(parent);
  folder_ = (parent / std::to_string(::getpid())).string();
}

Uploads::~Uploads() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  fs::remove(fs::path{folder_}.parent_path(), ignored);  // if no other process has any
}

Result<Upload> Uploads::keep(const std::string& name, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(folder_, error);
  for (const fs::path& folder : {fs::path{folder_}.parent_path(), fs::path{folder_}})
    ::chmod(folder.c_str(), S_IRWXU);
  const std::lock_guard lock{mutex_};
  Upload upload;
  upload.id = std::to_string(++last_);
  upload.name = file_name(name);
  upload.path = (fs::path{folder_} / upload.id).string();
  upload.bytes = bytes.size();
  if (!write_file(upload.path, bytes)) {
    remove_files(upload);
    return Error{"review.upload_failed", {upload.name}, {}};
  }
  while (uploads_.size() >= most) {
    remove_files(uploads_.begin()->second);
    uploads_.erase(uploads_.begin());
  }
  uploads_.emplace(last_, upload);
  return upload;
}

std::optional<Upload> Uploads::find(const std::string& id) const {
  const std::lock_guard lock{mutex_};
  for (const auto& [number, upload] : uploads_)
    if (upload.id == id) return upload;
  return std::nullopt;
}

Result<std::string> Uploads::write_mapping(const Upload& upload, const std::string& toml) const {
  std::string path = upload.path + ".toml";
  if (!write_file(path, toml)) return Error{"review.upload_failed", {upload.name}, {}};
  return path;
}

void Uploads::forget(const std::string& id) {
  const std::lock_guard lock{mutex_};
  for (auto at = uploads_.begin(); at != uploads_.end(); ++at)
    if (at->second.id == id) {
      remove_files(at->second);
      uploads_.erase(at);
      return;
    }
}

void Uploads::remove_files(const Upload& upload) const {
  std::error_code ignored;
  fs::remove(upload.path, ignored);
  fs::remove(upload.path + ".toml", ignored);
}

}  // namespace confronta::app::review
