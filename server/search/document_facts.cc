#include "server/search/document_facts.h"

#include <charconv>
#include <optional>

#include "common/domain/document_symbol.h"
#include "common/domain/symbol_parts.h"

namespace tracuu {
namespace {

constexpr std::string_view kCongressPrefix = "NQĐH-";

int ReadInt(std::string_view digits) {
  int number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number
                                                                      : 0;
}

void FillFromTable(const Resolution& known, DocumentFacts* facts) {
  facts->known = &known;
  facts->type =
      known.symbol.empty() ? DocumentType::kCongress : DocumentType::kDocument;
  facts->symbol = known.symbol;
  facts->year = known.date.year;
  facts->kind = known.kind;
  facts->issuer = known.issuer;
  facts->term = known.term;
  facts->date = known.date;
  facts->title = known.title;
  facts->plenum = known.plenum;
}

// "35-NQ/TW", "35-NQ/TW:2018", "202/2025/QH15"
void FillFromSymbol(const DocumentSymbol& symbol, int year,
                    DocumentFacts* facts) {
  facts->symbol = FormatSymbol(symbol);
  facts->kind = symbol.kind;
  facts->issuer_code = symbol.issuer;
  if (facts->issuer.empty()) facts->issuer = IssuerName(symbol.issuer);
  if (facts->known != nullptr) return;
  facts->year = year != 0 ? year : symbol.year;
  facts->type =
      facts->year != 0 ? DocumentType::kDocument : DocumentType::kSymbol;
}

// "NQTW4-XIII", "KLTW4-XIII"
bool FillFromPlenum(std::string_view value, DocumentFacts* facts) {
  const bool conclusion = value.starts_with("KLTW");
  if (!conclusion && !value.starts_with("NQTW")) return false;
  const std::size_t dash = value.find('-');
  if (dash == std::string_view::npos) return false;
  const int plenum = ReadInt(value.substr(4, dash - 4));
  if (plenum <= 0 || dash + 1 == value.size()) return false;
  facts->type = DocumentType::kPlenum;
  facts->kind = value.substr(0, 2);
  facts->plenum = plenum;
  facts->term = value.substr(dash + 1);
  facts->issuer = IssuerName("TW");
  facts->issuer_code = "TW";
  return true;
}

}  // namespace

DocumentFacts DescribeDocument(std::string_view value) {
  DocumentFacts facts;
  facts.id = value;
  if (const Resolution* known = FindResolution(value)) {
    FillFromTable(*known, &facts);
  }
  const std::size_t colon = value.find(':');
  const auto symbol = ParseSymbol(value.substr(0, colon));
  if (symbol) {
    const int year =
        colon == std::string_view::npos ? 0 : ReadInt(value.substr(colon + 1));
    FillFromSymbol(*symbol, year, &facts);
  } else if (facts.known == nullptr && !FillFromPlenum(value, &facts) &&
             value.starts_with(kCongressPrefix)) {
    facts.type = DocumentType::kCongress;
    facts.kind = kCongressPrefix.substr(0, kCongressPrefix.size() - 1);
    facts.term = value.substr(kCongressPrefix.size());
  }
  facts.kind_name = DocumentKindName(facts.kind);
  return facts;
}

std::vector<const Resolution*> DocumentsOfPlenum(int plenum,
                                                 std::string_view term) {
  std::vector<const Resolution*> documents;
  for (const Resolution& resolution : AllResolutions()) {
    if (plenum != 0 && resolution.plenum == plenum && resolution.term == term) {
      documents.push_back(&resolution);
    }
  }
  return documents;
}

const char* DocumentTypeName(DocumentType type) {
  switch (type) {
    case DocumentType::kDocument:
      return "document";
    case DocumentType::kSymbol:
      return "symbol";
    case DocumentType::kPlenum:
      return "plenum";
    case DocumentType::kCongress:
      return "congress";
    case DocumentType::kOther:
      break;
  }
  return "other";
}

}  // namespace tracuu
