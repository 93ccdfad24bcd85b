# What Debian's hardening guide asks of a program that reads untrusted bytes.
# The sanitizers bring their own checks and do not mix with _FORTIFY_SOURCE.
if(NOT TRACUU_SANITIZE)
  add_compile_options(-fstack-protector-strong)
  add_compile_options($<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
add_compile_definitions(_GLIBCXX_ASSERTIONS)
