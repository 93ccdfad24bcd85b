# TRACUU_SANITIZE=address,undefined (or thread) instruments everything we build.
set(TRACUU_SANITIZE "" CACHE STRING "Sanitizers, separated by commas")
if(TRACUU_SANITIZE)
  add_compile_options(-fsanitize=${TRACUU_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  # What UBSan checks at every access and AddressSanitizer finds anyway, or what
  # cannot happen on the machines we build for: a quarter of the compiler's time.
  if(TRACUU_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
  endif()
  add_link_options(-fsanitize=${TRACUU_SANITIZE})
endif()

# TRACUU_FUZZ=ON builds the libFuzzer targets; it needs clang.
option(TRACUU_FUZZ "Build the fuzzers (clang only)" OFF)
if(TRACUU_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  # clang 14 hands on garbage for what a consteval function returns by value
  # (FieldNamed() of common/index/schema.h); as constexpr it is the same.
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
    add_compile_definitions(consteval=constexpr)
  endif()
endif()
