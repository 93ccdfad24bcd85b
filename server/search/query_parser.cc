#include "server/search/query_parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/utf8.h"
#include "server/search/query_field.h"
#include "server/search/query_items.h"
#include "server/search/query_lexer.h"

namespace tracuu {
namespace {

// Most words that an unquoted field value may take: the longest names of
// units have about a dozen syllables.
constexpr std::size_t kMaxValueWords = 16;

struct Failure {
  std::string why;  // Vietnamese; why the query is read literally.
  bool over_limit = false;
};

std::size_t CountItems(const QueryNode& node) {
  std::size_t count = node.items.size();
  for (const QueryNode& child : node.children) count += CountItems(child);
  return count;
}

std::size_t CountPrefixes(const QueryNode& node) {
  std::size_t count = node.kind == NodeKind::kPrefix ? 1 : 0;
  for (const QueryNode& child : node.children) count += CountPrefixes(child);
  return count;
}

bool HoldsNothing(const QueryNode& node) {
  return (node.kind == NodeKind::kWords || node.kind == NodeKind::kPhrase) &&
         node.items.empty();
}

QueryNode Combine(NodeKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = children.empty() ? NodeKind::kAll : kind;
  node.children = std::move(children);
  return node;
}

// Recursive descent over the lexemes. A method that fails sets failure_ and
// returns anything.
class Parser {
 public:
  Parser(std::string_view text, AccentMode accents, const Limits& limits,
         const IsFacetValue& is_facet_value)
      : text_(text),
        accents_(accents),
        limits_(limits),
        is_facet_value_(is_facet_value),
        lexemes_(LexQuery(text)) {}

  std::optional<QueryNode> Run() {
    QueryNode tree = ParseEither(0, TextScope::kAnywhere);
    if (!failure_ && at_ < lexemes_.size()) {
      Fail("thừa dấu đóng ngoặc “)”");
    }
    if (failure_) return std::nullopt;
    return tree;
  }

  const std::optional<Failure>& failure() const { return failure_; }
  std::vector<std::string>& notes() { return notes_; }

 private:
  const Lexeme* Peek() const {
    return at_ < lexemes_.size() ? &lexemes_[at_] : nullptr;
  }
  bool PeekIs(LexemeKind kind) const {
    return Peek() != nullptr && Peek()->kind == kind;
  }
  void Fail(std::string why, bool over_limit = false) {
    if (!failure_) failure_ = Failure{std::move(why), over_limit};
  }

  QueryNode ParseEither(std::size_t depth, TextScope scope) {
    if (depth > limits_.max_nesting) {
      Fail("Câu tìm kiếm lồng quá " + std::to_string(limits_.max_nesting) +
               " tầng ngoặc.",
           true);
      return {};
    }
    std::vector<QueryNode> branches;
    do {
      branches.push_back(ParseAll(depth, scope));
      if (failure_) return {};
      const bool in_or = branches.size() > 1 || PeekIs(LexemeKind::kOr);
      if (in_or && branches.back().kind == NodeKind::kAll) {
        Fail("OR/HOẶC cần có từ ở cả hai bên");
      }
    } while (!failure_ && Accept(LexemeKind::kOr));
    return Combine(NodeKind::kOr, std::move(branches));
  }

  bool Accept(LexemeKind kind) {
    if (!PeekIs(kind)) return false;
    ++at_;
    return true;
  }

  QueryNode ParseAll(std::size_t depth, TextScope scope) {
    std::vector<QueryNode> parts;
    while (!failure_ && Peek() != nullptr && !PeekIs(LexemeKind::kOr) &&
           !PeekIs(LexemeKind::kClose)) {
      if (PeekIs(LexemeKind::kAnd)) {
        ParseAnd(parts.empty());
        continue;
      }
      QueryNode part = ParsePart(depth, scope);
      // Bare punctuation asks for nothing.
      if (!HoldsNothing(part)) parts.push_back(std::move(part));
    }
    return Combine(NodeKind::kAnd, std::move(parts));
  }

  // Words side by side are all required anyway.
  void ParseAnd(bool nothing_before) {
    ++at_;
    const bool nothing_after = Peek() == nullptr || PeekIs(LexemeKind::kOr) ||
                               PeekIs(LexemeKind::kAnd) ||
                               PeekIs(LexemeKind::kClose);
    if (nothing_before || nothing_after) {
      Fail("AND cần có từ ở cả hai bên");
    }
  }

  QueryNode ParsePart(std::size_t depth, TextScope scope) {
    switch (Peek()->kind) {
      case LexemeKind::kMinus:
        return ParseExclusion(depth, scope);
      case LexemeKind::kOpen:
        return ParseGroup(depth, scope);
      case LexemeKind::kOpenQuote:
        Fail("thiếu dấu ngoặc kép đóng");
        return {};
      case LexemeKind::kField:
        return ParseField(depth);
      case LexemeKind::kPhrase:
        return ParsePhrase(accents_, scope);
      case LexemeKind::kPrefix:
        return ParsePrefix(accents_, scope);
      case LexemeKind::kExact:
        ++at_;
        return ParseExact(scope);
      default:
        return ParseWords(scope);
    }
  }

  QueryNode ParseExclusion(std::size_t depth, TextScope scope) {
    ++at_;
    if (Peek() == nullptr || PeekIs(LexemeKind::kMinus) ||
        PeekIs(LexemeKind::kOr) || PeekIs(LexemeKind::kAnd) ||
        PeekIs(LexemeKind::kClose)) {
      Fail("sau dấu “-” không có gì để loại trừ");
      return {};
    }
    // "-bóng đá" excludes one word; the rest is asked for.
    QueryNode excluded = PeekIs(LexemeKind::kWord) ? OneWord(accents_, scope)
                                                   : ParsePart(depth, scope);
    if (HoldsNothing(excluded)) return excluded;
    QueryNode node;
    node.kind = NodeKind::kNot;
    node.children.push_back(std::move(excluded));
    return node;
  }

  QueryNode ParseGroup(std::size_t depth, TextScope scope) {
    ++at_;
    QueryNode node = ParseEither(depth + 1, scope);
    if (failure_) return {};
    if (!Accept(LexemeKind::kClose)) {
      Fail("thiếu dấu đóng ngoặc “)”");
      return {};
    }
    if (node.kind == NodeKind::kAll) {
      Fail("trong ngoặc không có gì");
      return {};
    }
    return node;
  }

  QueryNode TextNode(NodeKind kind, TextScope scope) {
    QueryNode node;
    node.kind = kind;
    node.scope = scope;
    return node;
  }

  QueryNode ParsePhrase(AccentMode accents, TextScope scope) {
    const std::string_view inside = Peek()->text;
    ++at_;
    const std::vector<QueryItem> words = ReadWords(inside, accents);
    // A symbol or a date between quotation marks is that symbol or date.
    const bool is_one = words.size() == 1 && scope == TextScope::kAnywhere;
    QueryNode node =
        TextNode(is_one ? NodeKind::kWords : NodeKind::kPhrase, scope);
    node.items = is_one ? words : ReadTokens(inside, accents);
    node.typed = std::string(inside);
    if (node.items.size() == 1) node.kind = NodeKind::kWords;
    node.literal = true;
    if (node.items.empty()) Fail("trong ngoặc kép không có từ nào");
    return node;
  }

  QueryNode ParsePrefix(AccentMode accents, TextScope scope) {
    const Lexeme lexeme = *Peek();
    ++at_;
    std::vector<QueryItem> tokens = ReadTokens(lexeme.text, accents);
    if (tokens.empty()) return TextNode(NodeKind::kWords, scope);
    QueryNode prefix = TextNode(NodeKind::kPrefix, scope);
    prefix.items = {tokens.back()};
    if (CountCodePoints(tokens.back().form) < limits_.min_prefix_letters) {
      notes_.push_back("“" + std::string(lexeme.text) +
                       "*”: tiền tố cần ít nhất " +
                       std::to_string(limits_.min_prefix_letters) +
                       " chữ; đã tìm nguyên văn.");
      prefix.kind = NodeKind::kWords;
      prefix.items = std::move(tokens);
      return prefix;
    }
    if (tokens.size() == 1) return prefix;
    // "35-nq*": the tokens before the last are whole words.
    QueryNode words = TextNode(NodeKind::kWords, scope);
    words.items.assign(tokens.begin(), tokens.end() - 1);
    std::vector<QueryNode> both;
    both.push_back(std::move(words));
    both.push_back(std::move(prefix));
    return Combine(NodeKind::kAnd, std::move(both));
  }

  QueryNode ParseExact(TextScope scope) {
    QueryNode node = ParseExactly(scope);
    node.literal = true;
    return node;
  }

  QueryNode ParseExactly(TextScope scope) {
    if (PeekIs(LexemeKind::kPhrase)) {
      return ParsePhrase(AccentMode::kExact, scope);
    }
    if (PeekIs(LexemeKind::kPrefix)) {
      return ParsePrefix(AccentMode::kExact, scope);
    }
    if (!PeekIs(LexemeKind::kWord)) {
      Fail("sau dấu “=” cần một từ");
      return {};
    }
    return OneWord(AccentMode::kExact, scope);
  }

  QueryNode OneWord(AccentMode accents, TextScope scope) {
    QueryNode node = TextNode(NodeKind::kWords, scope);
    node.typed = std::string(Peek()->text);
    node.items = ReadWords(Peek()->text, accents);
    ++at_;
    return node;
  }

  // A run of plain words is read as one text, so that "35 / NQ - TW" is seen
  // whole and the order of words can rank.
  QueryNode ParseWords(TextScope scope) {
    const std::size_t begin = Peek()->begin;
    std::size_t end = begin;
    while (PeekIs(LexemeKind::kWord)) {
      end = Peek()->end;
      ++at_;
    }
    QueryNode node = TextNode(NodeKind::kWords, scope);
    const std::string_view run = text_.substr(begin, end - begin);
    node.typed = std::string(run);
    node.items = ReadWords(run, accents_);
    return node;
  }

  QueryNode ParseField(std::size_t depth) {
    const Lexeme name = *Peek();
    const QueryField field = *FindQueryField(name.text);
    ++at_;
    if (field.field == "title") {
      if (PeekIs(LexemeKind::kWord)) {
        return OneWord(accents_, TextScope::kTitle);
      }
      return ParsePart(depth, TextScope::kTitle);
    }
    Accept(LexemeKind::kExact);
    QueryNode node = TextNode(NodeKind::kFacet, TextScope::kAnywhere);
    node.facet = std::string(field.field);
    if (PeekIs(LexemeKind::kPhrase)) {
      node.value = std::string(Peek()->text);
      ++at_;
    } else if (PeekIs(LexemeKind::kWord)) {
      node.value = TakeValue(field.field);
    }
    if (node.value.empty()) {
      Fail("sau “" + std::string(name.text) + ":” cần một giá trị");
    }
    return node;
  }

  // The longest run of words that names a value, else one word.
  std::string TakeValue(std::string_view facet) {
    const std::size_t first = at_;
    std::size_t taken = 1;
    for (std::size_t n = 1; n <= kMaxValueWords && is_facet_value_; ++n) {
      const std::size_t last = first + n - 1;
      if (last >= lexemes_.size() || lexemes_[last].kind != LexemeKind::kWord) {
        break;
      }
      if (is_facet_value_(facet, Between(first, last))) taken = n;
    }
    at_ = first + taken;
    return std::string(Between(first, first + taken - 1));
  }

  std::string_view Between(std::size_t first, std::size_t last) const {
    return text_.substr(lexemes_[first].begin,
                        lexemes_[last].end - lexemes_[first].begin);
  }

  const std::string_view text_;
  const AccentMode accents_;
  const Limits& limits_;
  const IsFacetValue& is_facet_value_;
  const std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::optional<Failure> failure_;
  std::vector<std::string> notes_;
};

QueryNode Literally(std::string_view text, AccentMode accents) {
  QueryNode node;
  node.items = ReadWords(text, accents);
  node.typed = std::string(text);
  node.kind = node.items.empty() ? NodeKind::kAll : NodeKind::kWords;
  return node;
}

Error OverLimit(std::string message) {
  return {ErrorCode::kTooLarge, std::move(message), ""};
}

}  // namespace

Result<ParsedQuery> ParseQuery(std::string_view text, AccentMode accents,
                               const Limits& limits,
                               const IsFacetValue& is_facet_value) {
  if (text.size() > limits.max_query_bytes) {
    return OverLimit("Câu tìm kiếm dài quá " +
                     std::to_string(limits.max_query_bytes) + " byte.");
  }
  Parser parser(text, accents, limits, is_facet_value);
  std::optional<QueryNode> tree = parser.Run();
  if (!tree && parser.failure()->over_limit) {
    return OverLimit(parser.failure()->why);
  }
  ParsedQuery parsed;
  parsed.notes = std::move(parser.notes());
  if (tree) {
    parsed.tree = *std::move(tree);
  } else {
    parsed.tree = Literally(text, accents);
    parsed.notes = {"Không hiểu cú pháp (" + parser.failure()->why +
                    "); đã tìm nguyên văn các từ."};
  }
  if (parsed.tree.kind == NodeKind::kAll && !LexQuery(text).empty()) {
    parsed.notes.push_back(
        "Câu tìm kiếm không có chữ hay số nào; đang xem tất cả bài viết.");
  }
  if (CountItems(parsed.tree) > limits.max_terms) {
    return OverLimit("Câu tìm kiếm có quá " + std::to_string(limits.max_terms) +
                     " từ.");
  }
  if (CountPrefixes(parsed.tree) > limits.max_prefixes) {
    return OverLimit("Câu tìm kiếm có quá " +
                     std::to_string(limits.max_prefixes) + " tiền tố (*).");
  }
  return parsed;
}

}  // namespace tracuu
