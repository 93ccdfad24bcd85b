# tracuu_use_jemalloc(PROGRAM) links jemalloc in place of the C library's
# malloc: a build takes a fifth less CPU with it, an answer a fifth, too
# (docs/benchmarks.md): Xapian's trees and JSON are made of small nodes. Does
# nothing under the sanitizers, which bring their own allocator.
if(NOT TRACUU_SANITIZE)
  pkg_check_modules(jemalloc REQUIRED IMPORTED_TARGET jemalloc)
endif()

function(tracuu_use_jemalloc program)
  if(TRACUU_SANITIZE)
    return()
  endif()
  # It replaces malloc() without a call of ours, so it must be kept by name.
  target_link_options(${program} PRIVATE "LINKER:--no-as-needed")
  target_link_libraries(${program} PRIVATE PkgConfig::jemalloc)
endfunction()
