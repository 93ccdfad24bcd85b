# mold, where it is installed, links the many test programs several times faster
# than the default linker; what it writes is the same.
find_program(TRACUU_MOLD mold)
if(TRACUU_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
