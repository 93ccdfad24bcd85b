# tracuu_embed(TARGET FUNCTION FILE...) puts each FILE into TARGET as bytes and
# defines
#
#   std::string_view FUNCTION(std::string_view file_name);
#
# in namespace tracuu, which returns the bytes of the file with that base name,
# or an empty view. The programs so carry their tables with them and cannot
# meet a table of another version.
function(tracuu_embed target function)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${function}.cc")
  set(asm "${CMAKE_CURRENT_BINARY_DIR}/${function}_data.S")
  set(asm_text "  .section .rodata\n")
  set(decls "")
  set(rows "")
  set(n 0)
  foreach(file IN LISTS ARGN)
    get_filename_component(path "${file}" ABSOLUTE)
    get_filename_component(name "${file}" NAME)
    set(sym "${function}_data_${n}")
    string(APPEND asm_text
      "  .global ${sym}\n${sym}:\n  .incbin \"${path}\"\n"
      "  .global ${sym}_end\n${sym}_end:\n  .byte 0\n")
    string(APPEND decls
      "extern const char ${sym}[];\nextern const char ${sym}_end[];\n")
    string(APPEND rows
      "  if (file_name == \"${name}\") {\n"
      "    return {${sym}, static_cast<std::size_t>(${sym}_end - ${sym})};\n"
      "  }\n")
    list(APPEND deps "${path}")
    math(EXPR n "${n} + 1")
  endforeach()
  string(APPEND asm_text "  .section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT "${asm}" CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT "${out}" @ONLY CONTENT
"// Made by cmake/EmbedFiles.cmake.
#include <cstddef>
#include <string_view>
extern \"C\" {
${decls}}
namespace tracuu {
std::string_view ${function}(std::string_view file_name);
std::string_view ${function}(std::string_view file_name) {
${rows}  return {};
}
}  // namespace tracuu
")
  set_source_files_properties("${asm}" PROPERTIES OBJECT_DEPENDS "${deps}")
  target_sources(${target} PRIVATE "${out}" "${asm}")
endfunction()
