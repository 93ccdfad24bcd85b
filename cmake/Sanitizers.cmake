# TRACUU_SANITIZE=address,undefined (or thread) instruments everything we build.
set(TRACUU_SANITIZE "" CACHE STRING "Sanitizers, separated by commas")
if(TRACUU_SANITIZE)
  add_compile_options(-fsanitize=${TRACUU_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TRACUU_SANITIZE})
endif()

# TRACUU_FUZZ=ON builds the libFuzzer targets; it needs clang.
option(TRACUU_FUZZ "Build the fuzzers (clang only)" OFF)
if(TRACUU_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
