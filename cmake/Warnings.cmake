# Warnings for our own code, carried by a target so that nothing leaks into the
# libraries we build against.
add_library(tracuu_warnings INTERFACE)
target_compile_options(tracuu_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  -Wimplicit-fallthrough
)
option(TRACUU_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
if(TRACUU_WARNINGS_AS_ERRORS)
  target_compile_options(tracuu_warnings INTERFACE -Werror)
endif()
