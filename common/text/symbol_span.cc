#include "common/text/symbol_span.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/document_kinds.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxDigits = 5;
constexpr std::string_view kCentral = "tw";

enum class IssuerKind { kUnknown, kParty, kState };

struct Issuer {
  std::string canonical;
  std::size_t count = 0;  // Tokens; 0 if there is no issuer.
  IssuerKind kind = IssuerKind::kUnknown;
  bool is_lower = false;  // Written without a capital.
};

template <std::size_t N>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "qh15", "ubtvqh15"
bool IsAssembly(std::string_view exact) {
  for (const std::string_view name : {"ubtvqh", "qh"}) {
    if (!exact.starts_with(name)) continue;
    const std::string_view term = exact.substr(name.size());
    return !term.empty() &&
           term.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return false;
}

IssuerKind KindOfIssuer(std::string_view canonical) {
  constexpr std::array<std::string_view, 6> kParty{"hu",  "qu", "thu",
                                                   "txu", "cb", "đb"};
  constexpr std::array<std::string_view, 7> kState{
      "cp", "ttg", "ubnd", "hđnd", "ctn", "vpcp", "ttcp"};
  // "btctu" is an organ of a TU, "đuk" a committee of the lowest level.
  if (canonical.ends_with(kCentral) || canonical.ends_with("tu") ||
      canonical.starts_with("đu") || IsOneOf(canonical, kParty)) {
    return IssuerKind::kParty;
  }
  if (IsOneOf(canonical, kState) || IsAssembly(canonical)) {
    return IssuerKind::kState;
  }
  return IssuerKind::kUnknown;
}

// The issuer at token `i`. TƯ and T.Ư, alone or at the end (BTGTƯ), are TW.
Issuer ReadIssuer(const TokenCursor& tokens, std::size_t i) {
  constexpr std::string_view kCentralInFull = "tư";
  Issuer issuer;
  if (i >= tokens.size() || tokens[i].letter_case == LetterCase::kNone) {
    return issuer;
  }
  issuer.canonical = tokens[i].exact;
  issuer.count = 1;
  issuer.is_lower = tokens[i].letter_case == LetterCase::kLower;
  if (issuer.canonical == "t" && i + 1 < tokens.size() &&
      tokens.GapAfter(i).IsTight('.') &&
      (tokens[i + 1].exact == "ư" || tokens[i + 1].exact == "w")) {
    issuer.canonical = kCentral;
    issuer.count = 2;
  } else if (issuer.canonical.ends_with(kCentralInFull)) {
    issuer.canonical.resize(issuer.canonical.size() - kCentralInFull.size());
    issuer.canonical += kCentral;
  }
  issuer.kind = KindOfIssuer(issuer.canonical);
  return issuer;
}

// Adds the further issuers of a joint document (BTC-BNV) and the second half
// of BGD&ĐT to a state issuer that starts at token `i`.
void ExtendIssuer(const TokenCursor& tokens, std::size_t i, bool is_joint,
                  Issuer* issuer) {
  std::size_t last = i + issuer->count - 1;
  while (last + 1 < tokens.size() &&
         tokens[last + 1].letter_case != LetterCase::kNone) {
    const Gap gap = tokens.GapAfter(last);
    if (!gap.IsTight('&') && !(is_joint && gap.IsTight('-'))) break;
    issuer->canonical += gap.mark + tokens[last + 1].exact;
    ++issuer->count;
    ++last;
  }
}

// As both systems print numbers: below ten with two digits.
std::string SymbolNumber(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

bool IsSeparator(const Gap& gap) { return gap.mark == '-' || gap.mark == '/'; }

// 202/2025/QH15, 46/2019/TT-BTC. `i` is the number.
std::optional<Span> FindLaw(const TokenCursor& tokens, std::size_t i,
                            int number) {
  constexpr int kFirstYear = 1945;
  constexpr int kLastYear = 2199;
  const auto year = tokens.NumberAt(i + 1, 4);
  if (!year || *year < kFirstYear || *year > kLastYear ||
      tokens.GapAfter(i).mark != '/' || tokens.GapAfter(i + 1).mark != '/') {
    return std::nullopt;
  }
  const std::string prefix =
      SymbolNumber(number) + "/" + std::to_string(*year) + "/";
  Issuer issuer = ReadIssuer(tokens, i + 2);
  if (issuer.count == 0) return std::nullopt;
  if (IsAssembly(issuer.canonical)) {
    return tokens.MakeSpan(SpanKind::kDocumentSymbol, i, 3,
                           prefix + issuer.canonical);
  }
  const std::string& kind = tokens[i + 2].exact;
  if (!IsDocumentKind(kind)) return std::nullopt;
  const Gap gap = tokens.GapAfter(i + 2);
  issuer = ReadIssuer(tokens, i + 3);
  if (issuer.count == 0 || !IsSeparator(gap) ||
      (gap.mark == '/' && issuer.kind != IssuerKind::kState)) {
    return std::nullopt;
  }
  ExtendIssuer(tokens, i + 3, kind.ends_with("lt"), &issuer);
  return tokens.MakeSpan(SpanKind::kDocumentSymbol, i, 3 + issuer.count,
                         prefix + kind + "-" + issuer.canonical);
}

// True if the gaps before the kind and before the issuer may stand in a symbol
// of that issuer.
bool AreSeparators(const Gap& before_kind, const Gap& before_issuer,
                   const Issuer& issuer) {
  const bool is_party_order =
      before_kind.mark == '-' && before_issuer.mark == '/';
  const bool is_state_order =
      before_kind.mark == '/' && before_issuer.mark == '-';
  if (issuer.kind == IssuerKind::kUnknown) {
    const bool is_tight = !before_kind.spaced && !before_issuer.spaced;
    return (is_party_order || is_state_order) &&
           (!issuer.is_lower || (is_tight && issuer.canonical.size() > 1));
  }
  if (!IsSeparator(before_kind) && before_kind.mark != '\0' &&
      !before_kind.IsOnOneLine(' ')) {
    return false;
  }
  if (IsSeparator(before_issuer)) return true;
  // "35 NQ TW": nothing but the centre is so well known.
  return issuer.canonical == kCentral && before_issuer.IsOnOneLine(' ') &&
         before_kind.mark != '\0';
}

// Party and state symbols without a year. `i` is the number.
std::optional<Span> FindShort(const TokenCursor& tokens, std::size_t i,
                              int number) {
  if (i + 2 >= tokens.size()) return std::nullopt;
  Issuer issuer = ReadIssuer(tokens, i + 2);
  if (issuer.count == 0) return std::nullopt;

  // Scanned pages lose the stroke of QĐ.
  std::string kind = tokens[i + 1].exact;
  if (kind == "qd" && issuer.canonical == kCentral) kind = "qđ";
  if (!IsDocumentKind(kind)) return std::nullopt;

  const Gap before_kind = tokens.GapAfter(i);
  const Gap before_issuer = tokens.GapAfter(i + 1);
  // "tư" in lower case is a word: 35 NQ tư.
  const bool is_word = tokens[i + 2].exact == "tư" && issuer.is_lower &&
                       before_issuer.mark == ' ';
  if (is_word || !AreSeparators(before_kind, before_issuer, issuer)) {
    return std::nullopt;
  }
  const bool is_party =
      issuer.kind == IssuerKind::kParty ||
      (issuer.kind == IssuerKind::kUnknown && before_kind.mark == '-');
  if (!is_party) {
    ExtendIssuer(tokens, i + 2, kind.ends_with("lt"), &issuer);
  }
  std::string canonical =
      is_party ? SymbolNumber(number) + "-" + kind + "/" + issuer.canonical
               : SymbolNumber(number) + "/" + kind + "-" + issuer.canonical;
  return tokens.MakeSpan(SpanKind::kDocumentSymbol, i, 2 + issuer.count,
                         std::move(canonical));
}

// True for a token after which a list of document numbers may begin.
bool AnnouncesNumber(const Token& token) {
  constexpr std::array<std::string_view, 9> kWords{
      "số", "quyết", "luận", "thị", "định", "dẫn", "hoạch", "báo", "trình"};
  return IsOneOf(token.exact, kWords) || IsDocumentKind(token.exact);
}

}  // namespace

std::optional<Span> FindSymbolAt(const TokenCursor& tokens, std::size_t i) {
  const auto number = tokens.NumberAt(i, kMaxDigits);
  if (!number || *number == 0) return std::nullopt;
  const Gap before = tokens.GapBefore(i);
  if (i > 0 && tokens[i - 1].numeric &&
      (before.IsTight('/') || before.IsTight('.'))) {
    return std::nullopt;
  }
  if (auto law = FindLaw(tokens, i, *number)) return law;
  return FindShort(tokens, i, *number);
}

std::vector<Span> FindSharingNumbers(const TokenCursor& tokens,
                                     const Span& last, std::size_t from) {
  constexpr std::size_t kMaxPartyDigits = 3;
  const std::size_t hyphen = last.canonical.find_first_of("-/");
  if (last.canonical[hyphen] != '-') return {};

  std::vector<Span> spans;
  std::size_t first = last.first;
  while (first > from) {
    std::size_t i = first - 1;
    const char mark = tokens.GapAfter(i).mark;
    const bool is_and = tokens.IsWord(i, "và", "va") && mark == ' ' && i > from;
    if (is_and) --i;
    const auto number = tokens.NumberAt(i, kMaxPartyDigits);
    const bool is_listed =
        is_and ? tokens.GapAfter(i).mark == ' ' : mark == ',' || mark == ';';
    if (!number || *number == 0 || !is_listed) break;
    spans.push_back(
        tokens.MakeSpan(SpanKind::kDocumentSymbol, i, 1,
                        SymbolNumber(*number) + last.canonical.substr(hyphen)));
    first = i;
  }
  const bool is_announced =
      first == 0 || (tokens.GapBefore(first).mark == ' ' &&
                     AnnouncesNumber(tokens[first - 1]));
  if (!is_announced) return {};
  std::reverse(spans.begin(), spans.end());
  return spans;
}

}  // namespace tracuu
