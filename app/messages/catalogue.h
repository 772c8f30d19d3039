#pragma once
// The one Spanish/English catalogue of everything that people read, in terminal and page.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace confronta::app {

enum class Language { spanish, english };

struct Message {
  std::string_view code;
  std::string_view spanish;
  std::string_view english;
};

/// All messages, in the order of the files in app/messages/catalogue/.
std::span<const Message> all_messages();
/// Whether the catalogue has the code.
bool has_message(std::string_view code);
/// The text of a code with {0}, {1}, ... filled in. An argument that begins with '@' is itself a
/// code
/// ("@sex.male"). A code that the catalogue lacks gives the code and its arguments: never an abort.
std::string say(Language language, std::string_view code,
                const std::vector<std::string>& arguments = {});
/// An error with its place: "file:row:column: text".
std::string say(Language language, const Error& error);

}  // namespace confronta::app
