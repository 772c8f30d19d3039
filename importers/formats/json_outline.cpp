#include "importers/formats/json_outline.h"

#include <algorithm>
#include <optional>

namespace confronta::importers {
namespace {

constexpr std::size_t max_depth = 1000;
constexpr std::size_t max_key = 4096;

bool space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

struct Open {
  bool array = false;
  bool key_next = false;  // of an object: a string here is a key
  bool in_array = false;  // some bracket around it is an array
  std::size_t path = 0;   // length of the path at its bracket
  std::uint64_t offset = 0;
  std::uint64_t objects = 0;
  std::size_t matches = 0;  // expected names among the keys; of an array: of its first object
};

class Outline {
 public:
  Outline(std::string list_path, const std::vector<std::string>& expected)
      : wanted_(std::move(list_path)), expected_(expected) {}

  /// Takes one byte of the document. True when the place is known.
  Result<bool> take(char c) {
    const std::uint64_t here = at_++;
    if (in_string_) return take_in_string(c, here);
    if (space(c) || c == ':') return false;
    if (c == ',') {
      if (!open_.empty()) open_.back().key_next = !open_.back().array;
      return false;
    }
    if (c == '}' || c == ']') return close(c == ']');
    if (open_.empty() && values_ > 0) return several_values(c);
    if (c == '{' || c == '[') return open(c == '[', here);
    if (c == '"') return begin_string(here);
    if (open_.empty()) return Error{"json.not_json", {}, {}};
    return false;
  }

  Result<JsonPlace> finish() const {
    if (found_) return *found_;
    if (in_string_ || !open_.empty()) return Error{"json.truncated", {}, {}};
    if (!wanted_.empty()) return Error{"json.no_such_list", {wanted_}, {}};
    if (own_matches_ >= 2 && own_matches_ > list_matches_) return JsonPlace{};
    if (objects_ > 0) return array_;
    if (html_size_ > 0) return html_;
    return JsonPlace{};
  }

 private:
  Result<bool> several_values(char c) {
    if (c != '{' && c != '[') return Error{"json.not_json", {}, {}};
    found_ = JsonPlace{};
    return true;
  }

  Result<bool> open(bool array, std::uint64_t here) {
    if (open_.empty()) ++values_;
    if (array && open_.empty()) {
      found_ = JsonPlace{JsonPlace::Kind::array, here, ""};
      return true;
    }
    if (open_.size() == max_depth) return Error{"json.too_deep", {std::to_string(max_depth)}, {}};
    const bool in_array = !open_.empty() && (open_.back().array || open_.back().in_array);
    if (!open_.empty() && open_.back().array && !array) ++open_.back().objects;
    if (array && !in_array && !open_.empty() && path_ == wanted_) {
      found_ = JsonPlace{JsonPlace::Kind::array, here, path_};
      return true;
    }
    open_.push_back({array, !array, in_array, path_.size(), here, 0, 0});
    return false;
  }

  Result<bool> close(bool array) {
    if (open_.empty() || open_.back().array != array) return Error{"json.not_json", {}, {}};
    const Open closed = open_.back();
    open_.pop_back();
    path_.resize(closed.path);
    if (!array && !open_.empty() && open_.back().array && open_.back().objects == 1)
      open_.back().matches = closed.matches;
    if (open_.empty()) own_matches_ = closed.matches;
    if (array && !closed.in_array && closed.objects > objects_) {
      objects_ = closed.objects;
      list_matches_ = closed.matches;
      array_ = {JsonPlace::Kind::array, closed.offset, path_};
    }
    return false;
  }

  Result<bool> begin_string(std::uint64_t here) {
    in_string_ = true;
    escaped_ = false;
    string_begin_ = here;
    first_ = '\0';
    is_key_ = !open_.empty() && !open_.back().array && open_.back().key_next;
    if (open_.empty()) ++values_;
    if (is_key_) {
      path_.resize(open_.back().path);
      if (!path_.empty()) path_ += '.';
      key_begin_ = path_.size();
      open_.back().key_next = false;
    }
    return false;
  }

  Result<bool> take_in_string(char c, std::uint64_t here) {
    if (c == '"' && !escaped_) {
      in_string_ = false;
      if (is_key_)
        count_key();
      else
        return end_value(here);
      return false;
    }
    if (is_key_ && path_.size() < max_key) path_ += c;
    if (first_ == '\0' && !space(c) && c != '\\' &&
        !(escaped_ && (c == 'n' || c == 'r' || c == 't')))
      first_ = c;
    escaped_ = c == '\\' && !escaped_;
    return false;
  }

  void count_key() {
    const std::string_view key = std::string_view{path_}.substr(key_begin_);
    if (std::find(expected_.begin(), expected_.end(), key) != expected_.end())
      ++open_.back().matches;
  }

  Result<bool> end_value(std::uint64_t here) {
    if (open_.empty() || open_.back().array || open_.back().in_array || first_ != '<') return false;
    const JsonPlace place{JsonPlace::Kind::html, string_begin_, path_};
    if (path_ == wanted_) {
      found_ = place;
      return true;
    }
    if (here - string_begin_ > html_size_) {
      html_size_ = here - string_begin_;
      html_ = place;
    }
    return false;
  }

  std::string wanted_;
  const std::vector<std::string>& expected_;
  std::vector<Open> open_;
  std::string path_;
  std::uint64_t at_ = 0;
  std::uint64_t values_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool is_key_ = false;
  char first_ = '\0';  // of the string, white space aside
  std::uint64_t string_begin_ = 0;
  std::size_t key_begin_ = 0;
  std::size_t own_matches_ = 0;
  std::uint64_t objects_ = 0;  // of the largest list, and its matches
  std::size_t list_matches_ = 0;
  JsonPlace array_;
  std::uint64_t html_size_ = 0;
  JsonPlace html_;
  std::optional<JsonPlace> found_;
};

}  // namespace

Result<JsonPlace> find_json_records(std::unique_ptr<ByteSource> text, const std::string& list_path,
                                    const std::vector<std::string>& expected_columns) {
  Outline outline{list_path, expected_columns};
  std::vector<char> buffer(std::size_t{1} << 18);
  for (;;) {
    const auto count = text->read(buffer);
    if (!count) return count.error();
    if (count.value() == 0) return outline.finish();
    for (std::size_t i = 0; i < count.value(); ++i) {
      const auto known = outline.take(buffer[i]);
      if (!known) return known.error();
      if (known.value()) return outline.finish();
    }
  }
}

}  // namespace confronta::importers
