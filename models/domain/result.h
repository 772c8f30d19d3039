#pragma once
// Results and errors. Rooms never throw at each other: a function that can fail returns Result<T>.
// An Error carries a code and its arguments; the words belong to app/messages, in the user's
// language.

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace confronta {

/// A place in a file. row is 1-based and counts physical rows (lines for CSV, sheet rows for XLSX,
/// array elements for JSON); 0 means "the file as a whole". column is the header name, else the
/// letter or number of the column.
struct Location {
  std::string file;
  std::string sheet;
  std::uint64_t row = 0;
  std::string column;

  bool operator==(const Location&) const = default;
};

/// What went wrong. `code` is a key of the message catalogue ("csv.unclosed_quote"); `arguments`
/// fill its {0}, {1}, ...
struct Error {
  std::string code;
  std::vector<std::string> arguments;
  Location where;

  bool operator==(const Error&) const = default;
};

/// A value or an error. Check ok() before value(): the wrong access is undefined.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

/// The result of an action that has no value of its own.
using Status = Result<std::monostate>;
inline Status success() { return std::monostate{}; }

}  // namespace confronta
