#include "importers/formats/json_string.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "importers/formats/encoding.h"

namespace confronta::importers {
namespace {

class JsonStringBytes final : public ByteSource {
 public:
  JsonStringBytes(std::unique_ptr<ByteSource> document, std::uint64_t skip)
      : document_(std::move(document)), skip_(skip) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    while (given_ == text_.size() && !ended_) {
      std::array<char, 1 << 16> bytes;
      const auto count = document_->read(bytes);
      if (!count) return count.error();
      if (count.value() == 0) return Error{"json.truncated", {}, {}};
      text_.clear();
      given_ = 0;
      for (std::size_t i = 0; i < count.value() && !ended_; ++i) {
        if (skip_ > 0)
          --skip_;
        else
          take(bytes[i]);
      }
    }
    const std::size_t size = std::min(buffer.size(), text_.size() - given_);
    std::memcpy(buffer.data(), text_.data() + given_, size);
    given_ += size;
    return size;
  }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return document_->progress();
  }

 private:
  enum class State { plain, escape, unicode };

  void take(char c) {
    if (state_ == State::unicode) return take_digit(c);
    if (state_ == State::escape) return take_escape(c);
    if (c == '\\') {
      state_ = State::escape;
      return;
    }
    give_lone_half();
    ended_ = c == '"';
    if (!ended_) text_ += c;
  }

  void take_escape(char c) {
    state_ = State::plain;
    if (c == 'u') {
      state_ = State::unicode;
      unit_ = 0;
      digits_ = 0;
      return;
    }
    give_lone_half();
    constexpr std::string_view names = "bfnrt";
    constexpr std::string_view meanings = "\b\f\n\r\t";
    const std::size_t at = names.find(c);
    text_ += at == names.npos ? c : meanings[at];
  }

  void take_digit(char c) {
    const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::size_t digit = std::string_view{"0123456789abcdef"}.find(small);
    unit_ = unit_ * 16 + static_cast<char32_t>(digit == std::string_view::npos ? 0 : digit);
    if (++digits_ < 4) return;
    state_ = State::plain;
    const bool trail = unit_ >= 0xDC00 && unit_ <= 0xDFFF;
    if (lead_ != 0 && trail) {
      append_utf8(text_, 0x10000 + ((lead_ - 0xD800) << 10) + (unit_ - 0xDC00));
      lead_ = 0;
      return;
    }
    give_lone_half();
    if (unit_ >= 0xD800 && unit_ <= 0xDBFF)
      lead_ = unit_;
    else
      append_utf8(text_, unit_);
  }

  void give_lone_half() {
    if (lead_ != 0) append_utf8(text_, 0xFFFD);
    lead_ = 0;
  }

  std::unique_ptr<ByteSource> document_;
  std::uint64_t skip_;
  State state_ = State::plain;
  char32_t unit_ = 0;
  int digits_ = 0;
  char32_t lead_ = 0;  // first half of a pair, waiting for the second
  std::string text_;
  std::size_t given_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> open_json_string(std::unique_ptr<ByteSource> document,
                                             std::uint64_t skip) {
  return std::make_unique<JsonStringBytes>(std::move(document), skip);
}

}  // namespace confronta::importers
