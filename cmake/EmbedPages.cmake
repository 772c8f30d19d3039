# The built pages (build/web, by `./dev build`) -> one generated source, so that the program is one file. Without
# Node there are none: the program builds all the same, and says so where the pages would be.
set(EMBEDDED_PAGES ${CMAKE_BINARY_DIR}/embedded_pages.cpp)
set(CONFRONTA_WEB_DIR ${CMAKE_SOURCE_DIR}/build/web CACHE PATH "Where the built pages are")
file(GLOB_RECURSE page_files CONFIGURE_DEPENDS ${CONFRONTA_WEB_DIR}/*)
if(NOT page_files)
  message(STATUS "No pages in ${CONFRONTA_WEB_DIR}: `confronta review` will have its API only. ./dev build makes them.")
endif()
# The assembler takes the bytes in: string literals of this size would take the compiler seconds.
set(bytes "")
set(table "")
set(number 0)
foreach(file IN LISTS page_files)
  file(RELATIVE_PATH name ${CONFRONTA_WEB_DIR} ${file})
  string(APPEND bytes "asm(\".pushsection .rodata\\n\" \"confronta_page_${number}:\\n.incbin \\\"${file}\\\"\\n\"\n"
    "    \"confronta_page_${number}_end:\\n.byte 0\\n.popsection\\n\");\n"
    "extern \"C\" const char confronta_page_${number}[], confronta_page_${number}_end[];\n")
  string(APPEND table "    {\"${name}\", between(confronta_page_${number}, confronta_page_${number}_end)},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(GENERATE OUTPUT ${EMBEDDED_PAGES} CONTENT "#include <iterator>
#include \"app/review/http/pages.h\"
${bytes}namespace confronta::app::review {
[[maybe_unused]] static std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}
std::span<const EmbeddedFile> embedded_files() {
  static const EmbeddedFile list[] = {
${table}    {}};
  return {list, std::size(list) - 1};
}
}
")
set_source_files_properties(${EMBEDDED_PAGES} PROPERTIES OBJECT_DEPENDS "${page_files}" SKIP_PRECOMPILE_HEADERS ON)
