#pragma once
// XML as a stream of events (expat). Namespace prefixes are dropped: writers choose them freely.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "importers/formats/zip_package.h"
#include "models/domain/result.h"

namespace confronta::importers {

/// The attributes of one element; valid during the event only.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** list) : list_(list) {}
  /// By the name as it is written; nothing if it is not there.
  std::optional<std::string_view> find(std::string_view name) const;
  /// By the name behind any prefix ("id" finds r:id, but not id).
  std::optional<std::string_view> find_prefixed(std::string_view name) const;

 private:
  const char** list_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view /*name*/) {}
  virtual void text(std::string_view /*text*/) {}
};

/// Feeds one part to a handler, piece by piece. A document type declaration is refused: no sheet
/// needs one, and entities can be made to explode.
class XmlStream {
 public:
  XmlStream(std::unique_ptr<ZipPart> part, XmlHandler& handler);
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;
  ~XmlStream();

  /// Reads one piece of the part. False at its end. Errors: of ZipPart::read, "xlsx.bad_xml" with
  /// the part's name and the line.
  Result<bool> advance();
  /// Reads all of it.
  Status finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads a whole part of a package.
Status read_xml(ZipPackage& package, const std::string& part, XmlHandler& handler);

}  // namespace confronta::importers
