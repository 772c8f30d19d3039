#pragma once
// Numbers in the arguments of findings.

#include <array>
#include <charconv>
#include <string>

namespace confronta {

/// Three figures: "0.00312", "4.1e+07".
inline std::string three_figures(double number) {
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 3);
  return {text.data(), end.ptr};
}

}  // namespace confronta
