#pragma once
// The pages, built from app/web and embedded in the program (cmake/EmbedPages.cmake).

#include <span>
#include <string_view>

#include "app/review/http/request.h"

namespace confronta::app::review {

struct EmbeddedFile {
  std::string_view path;  // "index.html", "assets/index-BTkP2x.js"
  std::string_view bytes;
};

/// By path. Empty in a program that was built without Node.
std::span<const EmbeddedFile> embedded_files();

/// The file at a path ("" = index.html). Files under assets/ carry a hash in their name, so that a
/// browser may keep them for good; index.html is asked for every time. A program without pages
/// answers "" with a plain page that says how to get them.
ApiResponse page(const std::string& path, Language language);

}  // namespace confronta::app::review
