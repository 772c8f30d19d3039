# Writes the shipped mappings into one C++ source, so that the program is one file.
set(EMBEDDED_MAPPINGS ${CMAKE_BINARY_DIR}/embedded_mappings.cpp)
file(GLOB mapping_files CONFIGURE_DEPENDS importers/mappings/*.toml)
set(content "#include \"importers/mapping/shipped.h\"\nnamespace confronta::importers {\n"
  "std::span<const ShippedMapping> shipped_mappings() {\n  static const ShippedMapping list[] = {\n")
foreach(file IN LISTS mapping_files)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  string(APPEND content "{\"${name}\", R\"toml-text(${text})toml-text\"},\n")
endforeach()
string(APPEND content "{\"\", \"\"}};\n  return {list, std::size(list) - 1};\n}\n}\n")
file(GENERATE OUTPUT ${EMBEDDED_MAPPINGS} CONTENT "${content}")
