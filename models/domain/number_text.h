#pragma once
// Doubles as text and back, the same in every locale.

#include <optional>
#include <string>
#include <string_view>

namespace confronta {

/// 17 significant digits ("%.17g" in the C locale): parse_number gives the same double back.
std::string number_text(double number);
/// At most `decimals` digits after the point, for people; no exponent.
std::string fixed_text(double number, int decimals);
/// The whole of `text` as a decimal number ("." as the point); nothing otherwise.
std::optional<double> parse_number(std::string_view text);

}  // namespace confronta
