# Everything comes from the system's packages (scripts/setup.sh installs them);
# nothing is downloaded or vendored. Imported targets mark their headers as
# system headers, so our warnings do not apply to them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU 67 REQUIRED COMPONENTS uc)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(spdlog REQUIRED)
find_package(LibArchive REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.20)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
# The class layout of cpp-httplib depends on macros that only its pkg-config
# file knows; including its header without them is undefined behaviour.
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
find_library(ROARING_LIBRARY roaring REQUIRED)
find_path(ROARING_INCLUDE_DIR roaring/roaring.hh REQUIRED)
add_library(roaring UNKNOWN IMPORTED)
set_target_properties(roaring PROPERTIES
  IMPORTED_LOCATION "${ROARING_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${ROARING_INCLUDE_DIR}")
if(BUILD_TESTING)
  find_package(doctest REQUIRED)
  pkg_check_modules(brotli_encoder REQUIRED IMPORTED_TARGET libbrotlienc)
endif()
