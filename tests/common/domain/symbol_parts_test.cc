#include "common/domain/symbol_parts.h"

#include <doctest/doctest.h>

#include "common/domain/document_symbol.h"
#include "common/domain/resolution.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/symbol_parts");

TEST_CASE("the letters of a number have names") {
  CHECK(DocumentKindName("NQ") == "Nghị quyết");
  CHECK(DocumentKindName("QĐi") == "Quy định");
  CHECK(DocumentKindName("XX").empty());
  CHECK(IssuerName("TU") == "Tỉnh ủy hoặc thành ủy trực thuộc Trung ương");
  CHECK(IssuerName("TW") == "Trung ương");
  CHECK(IssuerName("CP") == "Chính phủ");
  CHECK(IssuerName("QH15") == "Quốc hội khóa XV");
  CHECK(IssuerName("UBTVQH14") == "Ủy ban Thường vụ Quốc hội khóa XIV");
  CHECK(IssuerName("QH").find("khóa") == std::string::npos);
}

TEST_CASE("what is no issuer of ours has no name") {
  for (const char* issuer : {"", "BTC", "TU5", "CP15", "QH155", "15"}) {
    CAPTURE(issuer);
    CHECK(IssuerName(issuer).empty());
  }
}

TEST_CASE("every kind of the known documents has a name") {
  for (const Resolution& resolution : AllResolutions()) {
    CAPTURE(resolution.id);
    CHECK_FALSE(DocumentKindName(resolution.kind).empty());
    const auto symbol = ParseSymbol(resolution.symbol);
    if (symbol) CHECK_FALSE(IssuerName(symbol->issuer).empty());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
