# Stops the configure step when a registered evidence model lacks its source or its test, or a
# shipped mapping its fixture or its test.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS models/registry.def)
file(STRINGS models/registry.def lines REGEX "^CONFRONTA_EVIDENCE\\(")
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^CONFRONTA_EVIDENCE\\(([a-z_]+),.*" "\\1" name "${line}")
  foreach(path models/evidence/${name}.cpp tests/models/evidence/${name}_test.cpp)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${path})
      message(FATAL_ERROR "models/registry.def registers '${name}', but ${path} does not exist "
        "(a model needs models/evidence/${name}.cpp and tests/models/evidence/${name}_test.cpp)")
    endif()
  endforeach()
endforeach()

file(GLOB mappings CONFIGURE_DEPENDS importers/mappings/*.toml)
foreach(mapping IN LISTS mappings)
  get_filename_component(name ${mapping} NAME_WE)
  file(GLOB fixtures CONFIGURE_DEPENDS tests/importers/fixtures/${name}.*)
  if(NOT fixtures OR NOT EXISTS ${CMAKE_SOURCE_DIR}/tests/importers/mappings/${name}_test.cpp)
    message(FATAL_ERROR "importers/mappings/${name}.toml is shipped, but it lacks a fixture "
      "tests/importers/fixtures/${name}.* or the test tests/importers/mappings/${name}_test.cpp")
  endif()
endforeach()
