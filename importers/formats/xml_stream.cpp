#include "importers/formats/xml_stream.h"

#include <expat.h>

namespace confronta::importers {
namespace {

constexpr int piece = 1 << 16;

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

// The handlers' argument is the parser, so that on_doctype can stop it.
XmlHandler& handler_of(void* parser) {
  return *static_cast<XmlHandler*>(XML_GetUserData(static_cast<XML_Parser>(parser)));
}
void XMLCALL on_begin(void* parser, const char* name, const char** attributes) {
  handler_of(parser).begin(local(name), XmlAttributes{attributes});
}
void XMLCALL on_end(void* parser, const char* name) { handler_of(parser).end(local(name)); }
void XMLCALL on_text(void* parser, const char* text, int length) {
  handler_of(parser).text({text, static_cast<std::size_t>(length)});
}
void XMLCALL on_doctype(void* parser, const char*, const char*, const char*, int) {
  XML_StopParser(static_cast<XML_Parser>(parser), XML_FALSE);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** at = list_; *at; at += 2)
    if (name == at[0]) return std::string_view{at[1]};
  return {};
}

std::optional<std::string_view> XmlAttributes::find_prefixed(std::string_view name) const {
  for (const char** at = list_; *at; at += 2) {
    const std::string_view full{at[0]};
    if (full.size() > name.size() && local(full) == name) return std::string_view{at[1]};
  }
  return {};
}

struct XmlStream::State {
  std::unique_ptr<ZipPart> part;
  XML_Parser parser = nullptr;
};

XmlStream::XmlStream(std::unique_ptr<ZipPart> part, XmlHandler& handler)
    : state_(std::make_unique<State>()) {
  state_->part = std::move(part);
  state_->parser = XML_ParserCreate(nullptr);
  XML_SetUserData(state_->parser, &handler);
  XML_SetElementHandler(state_->parser, on_begin, on_end);
  XML_SetCharacterDataHandler(state_->parser, on_text);
  XML_SetStartDoctypeDeclHandler(state_->parser, on_doctype);
  XML_UseParserAsHandlerArg(state_->parser);
}

XmlStream::~XmlStream() { XML_ParserFree(state_->parser); }

Result<bool> XmlStream::advance() {
  void* buffer = XML_GetBuffer(state_->parser, piece);
  if (!buffer) return state_->part->error("xlsx.bad_xml", "0");
  const auto count = state_->part->read({static_cast<char*>(buffer), piece});
  if (!count) return count.error();
  const bool last = count.value() == 0;
  if (XML_ParseBuffer(state_->parser, static_cast<int>(count.value()), last ? 1 : 0) !=
      XML_STATUS_OK)
    return state_->part->error("xlsx.bad_xml",
                               std::to_string(XML_GetCurrentLineNumber(state_->parser)));
  return !last;
}

Status XmlStream::finish() {
  for (;;) {
    const auto more = advance();
    if (!more) return more.error();
    if (!more.value()) return success();
  }
}

Status read_xml(ZipPackage& package, const std::string& name, XmlHandler& handler) {
  auto part = package.part(name);
  if (!part) return part.error();
  return XmlStream{std::move(part).value(), handler}.finish();
}

}  // namespace confronta::importers
