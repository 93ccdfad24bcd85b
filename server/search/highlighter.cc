#include "server/search/highlighter.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "server/search/snippet_window.h"

namespace tracuu {
namespace {

bool Matches(const QueryItem& item, const Token& token) {
  return item.kind == ItemKind::kExact ? item.form == token.exact
                                       : item.form == token.folded;
}

bool IsSearched(BlockRole role) {
  return role == BlockRole::kLead || role == BlockRole::kBody ||
         role == BlockRole::kCaption;
}

// Between two matching tokens these belong to the match, so that "nền tảng" is
// one segment and "nền, tảng" two.
bool JoinsMatches(std::string_view gap) {
  return std::all_of(gap.begin(), gap.end(), [](char c) {
    return c == ' ' || c == '-' || c == '/' || c == '.';
  });
}

// Collects text as segments; runs of blanks and line ends become one blank.
class SegmentBuilder {
 public:
  void Add(std::string_view text, bool match) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (blank && after_blank_) continue;
      if (segments_.empty() || segments_.back().match != match) {
        segments_.push_back({"", match});
      }
      segments_.back().text += blank ? ' ' : c;
      after_blank_ = blank;
    }
  }
  std::vector<Segment> Take() { return std::move(segments_); }

 private:
  std::vector<Segment> segments_;
  bool after_blank_ = true;
};

// Adds text[begin, end) whose tokens are [first, last).
struct Stretch {
  std::string_view text;
  std::uint32_t begin;
  std::uint32_t end;
};

void AddStretch(const Stretch& stretch, const WindowToken* first,
                const WindowToken* last, SegmentBuilder* out) {
  std::uint32_t at = stretch.begin;
  bool after_match = false;
  for (const WindowToken* token = first; token != last; ++token) {
    const auto gap = stretch.text.substr(at, token->begin - at);
    const bool match = token->bits != 0;
    out->Add(gap, match && after_match && JoinsMatches(gap));
    out->Add(stretch.text.substr(token->begin, token->end - token->begin),
             match);
    at = token->end;
    after_match = match;
  }
  out->Add(stretch.text.substr(at, stretch.end - at), false);
}

// Where the characters that cling to a token begin and end: quotation marks,
// full stops, the "%" of "35 %" not.
std::uint32_t ClingingBegin(std::string_view text, std::uint32_t begin,
                            std::uint32_t least) {
  while (begin > least && text[begin - 1] != ' ' && text[begin - 1] != '\n') {
    --begin;
  }
  return begin;
}
std::uint32_t ClingingEnd(std::string_view text, std::uint32_t end,
                          std::uint32_t most) {
  while (end < most && text[end] != ' ' && text[end] != '\n') ++end;
  return end;
}

// The tokens of one text, without blocks.
std::vector<WindowToken> Tokens(const Analysis& analysis,
                                const std::vector<std::uint64_t>& bits) {
  std::vector<WindowToken> tokens;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    tokens.push_back(
        {analysis.tokens[i].begin, analysis.tokens[i].end, 0, 0, 0, bits[i]});
  }
  return tokens;
}

}  // namespace

Highlighter::Highlighter(const QueryNode& tree, std::size_t max_chars)
    : max_chars_(max_chars) {
  Collect(tree);
}

// Items beyond the 64th share the last bit.
Highlighter::Bits Highlighter::NextBit() {
  const Bits bit = Bits{1} << bits_used_;
  if (bits_used_ < 63) ++bits_used_;
  return bit;
}

void Highlighter::Collect(const QueryNode& node) {
  if (node.kind == NodeKind::kNot || node.kind == NodeKind::kBoost) return;
  for (const QueryNode& child : node.children) Collect(child);
  const bool title_only = node.scope == TextScope::kTitle;
  if (node.kind == NodeKind::kPhrase) {
    phrases_.push_back({node.items, title_only, NextBit()});
    return;
  }
  for (const QueryItem& item : node.items) {
    Add(item, node.kind, title_only ? &title_only_ : &anywhere_);
  }
}

void Highlighter::Add(const QueryItem& item, NodeKind kind, Forms* forms) {
  const Bits bit = NextBit();
  if (kind == NodeKind::kPrefix) {
    forms->prefixes.emplace_back(item, bit);
  } else if (item.kind == ItemKind::kExact) {
    forms->exact[item.form] |= bit;
  } else if (item.kind == ItemKind::kFolded) {
    forms->folded[item.form] |= bit;
  } else {
    forms->spans[item.form] |= bit;
  }
}

void Highlighter::MarkForms(const Analysis& analysis, const Forms& forms,
                            std::vector<Bits>* bits) const {
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (const auto found = forms.exact.find(token.exact);
        found != forms.exact.end()) {
      (*bits)[i] |= found->second;
    }
    if (const auto found = forms.folded.find(token.folded);
        found != forms.folded.end()) {
      (*bits)[i] |= found->second;
    }
    for (const auto& [item, bit] : forms.prefixes) {
      const std::string& form =
          item.kind == ItemKind::kExact ? token.exact : token.folded;
      if (form.starts_with(item.form)) (*bits)[i] |= bit;
    }
  }
  for (const Span& span : analysis.spans) {
    const auto found = forms.spans.find(span.canonical);
    if (found == forms.spans.end()) continue;
    for (std::uint32_t i = 0; i < span.count; ++i) {
      (*bits)[span.first + i] |= found->second;
    }
  }
}

void Highlighter::MarkPhrases(const Analysis& analysis, bool in_title,
                              std::vector<Bits>* bits) const {
  for (const Phrase& phrase : phrases_) {
    if (phrase.title_only && !in_title) continue;
    const std::size_t n = phrase.items.size();
    for (std::size_t i = 0; i + n <= analysis.tokens.size(); ++i) {
      std::size_t k = 0;
      while (k < n &&
             tracuu::Matches(phrase.items[k], analysis.tokens[i + k])) {
        ++k;
      }
      if (k < n) continue;
      for (std::size_t j = 0; j < n; ++j) (*bits)[i + j] |= phrase.bit;
    }
  }
}

std::vector<Highlighter::Bits> Highlighter::Mark(const Analysis& analysis,
                                                 bool in_title) const {
  std::vector<Bits> bits(analysis.tokens.size(), 0);
  MarkForms(analysis, anywhere_, &bits);
  if (in_title) MarkForms(analysis, title_only_, &bits);
  MarkPhrases(analysis, in_title, &bits);
  return bits;
}

std::vector<Segment> Highlighter::Title(const Article& article) const {
  const Analysis analysis = Analyze(article.title);
  const auto tokens = Tokens(analysis, Mark(analysis, true));
  SegmentBuilder out;
  AddStretch(
      {article.title, 0, static_cast<std::uint32_t>(article.title.size())},
      tokens.data(), tokens.data() + tokens.size(), &out);
  return out.Take();
}

void Highlighter::AddBlock(std::string_view text, const Block& block,
                           SearchedText* out) const {
  const auto part = text.substr(block.begin, block.end - block.begin);
  const Analysis analysis = Analyze(part);
  const std::vector<Bits> bits = Mark(analysis, false);
  const auto number = static_cast<std::uint32_t>(out->blocks.size());
  const auto count = [&](std::size_t begin, std::size_t end) {
    return static_cast<std::uint32_t>(
        CountCodePoints(part.substr(begin, end - begin)));
  };
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    out->chars += count(at, token.begin);
    const std::uint32_t length = count(token.begin, token.end);
    out->tokens.push_back({block.begin + token.begin, block.begin + token.end,
                           out->chars, length, number, bits[i]});
    out->chars += length;
    at = token.end;
  }
  out->chars += count(at, part.size()) + 1;
  out->blocks.push_back(block);
}

std::vector<Segment> Highlighter::Snippet(const Article& article) const {
  const std::string_view text = article.text;
  SearchedText searched;
  for (const Block& block : article.blocks) {
    if (IsSearched(block.role)) AddBlock(text, block, &searched);
  }
  const std::vector<WindowToken>& tokens = searched.tokens;
  const Window window = BestWindow(tokens, max_chars_);
  SegmentBuilder out;
  if (window.first > 0) out.Add("… ", false);
  for (std::size_t i = window.first; i < window.last;) {
    std::size_t j = i;
    while (j < window.last && tokens[j].block == tokens[i].block) ++j;
    const Block& block = searched.blocks[tokens[i].block];
    const bool opens = i == 0 || tokens[i - 1].block != tokens[i].block;
    const bool closes =
        j == tokens.size() || tokens[j].block != tokens[i].block;
    const std::uint32_t begin =
        opens ? block.begin
              : ClingingBegin(text, tokens[i].begin, tokens[i - 1].end);
    const std::uint32_t end =
        closes ? block.end
               : ClingingEnd(text, tokens[j - 1].end, tokens[j].begin);
    AddStretch({text, begin, end}, tokens.data() + i, tokens.data() + j, &out);
    out.Add(j < window.last ? " " : j < tokens.size() ? " …" : "", false);
    i = j;
  }
  return out.Take();
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Highlighter::Matches(
    const Article& article) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  const std::string_view text = article.text;
  for (const Block& block : article.blocks) {
    const bool title = block.role == BlockRole::kTitle;
    if (!title && !IsSearched(block.role)) continue;
    const auto part = text.substr(block.begin, block.end - block.begin);
    const Analysis analysis = Analyze(part);
    const std::vector<Bits> bits = Mark(analysis, title);
    for (std::size_t i = 0; i < bits.size(); ++i) {
      if (bits[i] == 0) continue;
      const std::uint32_t begin = block.begin + analysis.tokens[i].begin;
      const std::uint32_t end = block.begin + analysis.tokens[i].end;
      const bool joins =
          i > 0 && bits[i - 1] != 0 && !ranges.empty() &&
          JoinsMatches(
              text.substr(ranges.back().second, begin - ranges.back().second));
      if (joins) {
        ranges.back().second = end;
      } else {
        ranges.emplace_back(begin, end);
      }
    }
  }
  return ranges;
}

}  // namespace tracuu
