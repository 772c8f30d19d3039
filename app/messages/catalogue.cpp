#include "app/messages/catalogue.h"

#include <algorithm>
#include <map>

namespace confronta::app {
namespace {

constexpr Message messages[] = {
#define CONFRONTA_MESSAGE(code, spanish, english) {code, spanish, english},
#include "app/messages/catalogue/allele_table.def"
#include "app/messages/catalogue/biology.def"
#include "app/messages/catalogue/blood.def"
#include "app/messages/catalogue/body_history.def"
#include "app/messages/catalogue/build.def"
#include "app/messages/catalogue/cli.def"
#include "app/messages/catalogue/dates.def"
#include "app/messages/catalogue/decisions.def"
#include "app/messages/catalogue/dna_files.def"
#include "app/messages/catalogue/evaluate.def"
#include "app/messages/catalogue/external_results.def"
#include "app/messages/catalogue/formats.def"
#include "app/messages/catalogue/garments.def"
#include "app/messages/catalogue/genetics.def"
#include "app/messages/catalogue/identifiers.def"
#include "app/messages/catalogue/kinship.def"
#include "app/messages/catalogue/mapping.def"
#include "app/messages/catalogue/marks.def"
#include "app/messages/catalogue/names.def"
#include "app/messages/catalogue/pigmentation.def"
#include "app/messages/catalogue/place.def"
#include "app/messages/catalogue/power.def"
#include "app/messages/catalogue/report.def"
#include "app/messages/catalogue/review.def"
#include "app/messages/catalogue/run.def"
#include "app/messages/catalogue/simulate.def"
#include "app/messages/catalogue/store.def"
#include "app/messages/catalogue/teeth.def"
#include "app/messages/catalogue/values.def"
#include "app/messages/catalogue/words.def"
#undef CONFRONTA_MESSAGE
};

const Message* find(std::string_view code) {
  static const auto index = [] {
    std::map<std::string_view, const Message*> map;
    for (const Message& message : messages) map.emplace(message.code, &message);
    return map;
  }();
  const auto at = index.find(code);
  return at == index.end() ? nullptr : at->second;
}

std::string joined(std::string_view code, const std::vector<std::string>& arguments) {
  std::string text{code};
  for (const std::string& argument : arguments) text += " [" + argument + "]";
  return text;
}

}  // namespace

std::span<const Message> all_messages() { return messages; }

bool has_message(std::string_view code) { return find(code) != nullptr; }

std::string say(Language language, std::string_view code,
                const std::vector<std::string>& arguments) {
  const Message* message = find(code);
  if (!message) return joined(code, arguments);
  std::string_view pattern = language == Language::spanish ? message->spanish : message->english;
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                             pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!placeholder) {
      text += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    i += 2;
    if (index >= arguments.size()) continue;
    const std::string& argument = arguments[index];
    text += !argument.empty() && argument[0] == '@' ? say(language, argument.substr(1)) : argument;
  }
  return text;
}

std::string say(Language language, const Error& error) {
  std::string place = error.where.file;
  for (const std::string& part :
       {error.where.sheet, error.where.row > 0 ? std::to_string(error.where.row) : std::string{},
        error.where.column})
    if (!part.empty()) place += (place.empty() ? "" : ":") + part;
  const std::string text = say(language, error.code, error.arguments);
  return place.empty() ? text : place + ": " + text;
}

}  // namespace confronta::app
