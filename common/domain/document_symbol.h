#ifndef TRACUU_COMMON_DOMAIN_DOCUMENT_SYMBOL_H_
#define TRACUU_COMMON_DOMAIN_DOCUMENT_SYMBOL_H_

// The numbers of party and state documents.
//
//   party  <number>-<KIND>/<ISSUER>         35-NQ/TW, 08-QĐi/TW, 12-NQ/TU
//   state  <number>/<KIND>-<ISSUER>         18/NQ-CP, 1654/NQ-UBTVQH15
//   law    <number>/<year>/[<KIND>-]<ISSUER> 202/2025/QH15, 46/2019/TT-BTC
//
// Source: the numbering rules in use since Instruction 05-HD/VPTW (party) and
// Decree 30/2020/NĐ-CP (state). Pages swap the separators, lose hyphens, write
// TƯ and T.Ư for TW; TU (a provincial committee) is never TW.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

enum class SymbolSystem : std::uint8_t { kParty, kState, kLaw };

struct DocumentSymbol {
  SymbolSystem system = SymbolSystem::kParty;
  int number = 0;
  int year = 0;        // kLaw only, else 0.
  std::string kind;    // "NQ", "CT", "QĐi"; empty for "202/2025/QH15".
  std::string issuer;  // "TW", "TU", "CP", "QH15"

  friend bool operator==(const DocumentSymbol&,
                         const DocumentSymbol&) = default;
};

// Reads one symbol that fills the whole of `text`, in any of the variants met
// on pages (spaces round the separators, dashes, swapped separators, "Số"
// in front). Nothing if it is none. Thread-safe.
std::optional<DocumentSymbol> ParseSymbol(std::string_view text);

// "35-NQ/TW", "18/NQ-CP", "202/2025/QH15". Numbers below ten get two digits, as
// both systems print them: "05-CT/TW", "02/NQ-CP".
std::string FormatSymbol(const DocumentSymbol& symbol);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_DOCUMENT_SYMBOL_H_
