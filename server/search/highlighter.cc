#include "server/search/highlighter.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

// Code points of punctuation that a snippet keeps at its ends: "“(" in front,
// "”)." behind. More of it is ornament ("=====").
constexpr std::size_t kMostClinging = 8;

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

// Does a new sentence begin behind this text between two tokens?
bool EndsSentence(std::string_view gap) {
  const std::size_t mark = gap.find_first_of(".!?;:\n");
  if (mark == std::string_view::npos) return false;
  return gap[mark] == '\n' || gap.find(' ', mark) != std::string_view::npos;
}

// The key under which an item's weight is kept.
std::string KeyOf(const QueryItem& item) {
  return (item.kind == ItemKind::kFolded ? "~" : "") + item.form;
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

// Adds text[begin, end) with the matches among tokens [first, last).
struct Stretch {
  std::string_view text;
  std::size_t begin;
  std::size_t end;
  std::size_t first;
  std::size_t last;
};

void AddStretch(const Stretch& stretch, const std::vector<Token>& tokens,
                const std::vector<std::uint64_t>& bits, SegmentBuilder* out) {
  std::size_t at = stretch.begin;
  bool after_match = false;
  for (std::size_t i = stretch.first; i < stretch.last; ++i) {
    const auto gap = stretch.text.substr(at, tokens[i].begin - at);
    const bool match = bits[i] != 0;
    out->Add(gap, match && after_match && JoinsMatches(gap));
    out->Add(
        stretch.text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin),
        match);
    at = tokens[i].end;
    after_match = match;
  }
  out->Add(stretch.text.substr(at, stretch.end - at), false);
}

bool ContinuesCodePoint(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Where the characters that cling to a token begin and end, up to a blank.
std::size_t ClingingBegin(std::string_view text, std::size_t begin,
                          std::size_t least) {
  for (std::size_t n = 0; n < kMostClinging && begin > least; ++n) {
    std::size_t before = begin - 1;
    while (before > least && ContinuesCodePoint(text[before])) --before;
    if (text[before] == ' ' || text[before] == '\n') break;
    begin = before;
  }
  return begin;
}
std::size_t ClingingEnd(std::string_view text, std::size_t end,
                        std::size_t most) {
  for (std::size_t n = 0; n < kMostClinging && end < most; ++n) {
    if (text[end] == ' ' || text[end] == '\n') break;
    ++end;
    while (end < most && ContinuesCodePoint(text[end])) ++end;
  }
  return end;
}

// Counts code points in one walk through a text.
class CharCounter {
 public:
  explicit CharCounter(std::string_view text) : text_(text) {}
  std::uint32_t Before(std::size_t offset) {
    chars_ += static_cast<std::uint32_t>(
        CountCodePoints(text_.substr(at_, offset - at_)));
    at_ = offset;
    return chars_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t chars_ = 0;
};

}  // namespace

Highlighter::Highlighter(const QueryNode& tree,
                         const std::vector<WordGroup>& groups,
                         std::size_t max_chars)
    : meant_(SpellingsMeant(groups)), max_chars_(max_chars) {
  for (const WordGroup& group : groups) {
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      known_weights_[KeyOf(group.items[i])] = group.weights[i];
    }
  }
  Collect(tree);
}

double Highlighter::WeightOf(const QueryItem& item) const {
  const auto known = known_weights_.find(KeyOf(item));
  return known == known_weights_.end() ? 1.0 : known->second;
}

// Items beyond the 64th share the last bit.
Highlighter::Bits Highlighter::NextBit(double weight) {
  const Bits bit = Bits{1} << bits_used_;
  weights_[bits_used_] = weight;
  if (bits_used_ < 63) ++bits_used_;
  return bit;
}

void Highlighter::Collect(const QueryNode& node) {
  if (node.kind == NodeKind::kNot || node.kind == NodeKind::kBoost) return;
  for (const QueryNode& child : node.children) Collect(child);
  const bool title_only = node.scope == TextScope::kTitle;
  if (node.kind == NodeKind::kPhrase) {
    double weight = 0;
    for (const QueryItem& item : node.items) weight += WeightOf(item);
    phrases_.push_back({node.items, title_only, NextBit(weight)});
    return;
  }
  for (const QueryItem& item : node.items) {
    Add(item, node.kind, title_only ? &title_only_ : &anywhere_);
  }
}

void Highlighter::Add(const QueryItem& item, NodeKind kind, Forms* forms) {
  const Bits bit = NextBit(WeightOf(item));
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

bool Highlighter::IsMeant(const Token& token) const {
  const auto meant = meant_.find(token.folded);
  return meant != meant_.end() && meant->second.contains(token.exact);
}

// The folded forms of which the article has a spelling that was meant: "tu"
// for "tư" in an article that writes "tư", so that its "tự" stays plain.
std::unordered_set<std::string> Highlighter::FormsWithMeantSpelling(
    const std::vector<Part>& parts) const {
  std::unordered_set<std::string> forms;
  if (meant_.empty()) return forms;
  for (const Part& part : parts) {
    for (const Token& token : part.analysis.tokens) {
      if (IsMeant(token)) forms.insert(token.folded);
    }
  }
  return forms;
}

void Highlighter::MarkForms(const Forms& forms,
                            const std::unordered_set<std::string>& only_meant,
                            Part* part) const {
  const Analysis& analysis = part->analysis;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (const auto found = forms.exact.find(token.exact);
        found != forms.exact.end()) {
      part->bits[i] |= found->second;
    }
    const auto found = forms.folded.find(token.folded);
    if (found != forms.folded.end() &&
        (!only_meant.contains(token.folded) || IsMeant(token))) {
      part->bits[i] |= found->second;
    }
    for (const auto& [item, bit] : forms.prefixes) {
      const std::string& form =
          item.kind == ItemKind::kExact ? token.exact : token.folded;
      if (form.starts_with(item.form)) part->bits[i] |= bit;
    }
  }
  for (const Span& span : analysis.spans) {
    const auto found = forms.spans.find(span.canonical);
    if (found == forms.spans.end()) continue;
    for (std::uint32_t i = 0; i < span.count; ++i) {
      part->bits[span.first + i] |= found->second;
    }
  }
}

void Highlighter::MarkPhrases(Part* part) const {
  const std::vector<Token>& tokens = part->analysis.tokens;
  for (const Phrase& phrase : phrases_) {
    if (phrase.title_only && !part->is_title) continue;
    const std::size_t n = phrase.items.size();
    for (std::size_t i = 0; i + n <= tokens.size(); ++i) {
      std::size_t k = 0;
      while (k < n && tracuu::Matches(phrase.items[k], tokens[i + k])) ++k;
      if (k < n) continue;
      for (std::size_t j = 0; j < n; ++j) part->bits[i + j] |= phrase.bit;
    }
  }
}

void Highlighter::Mark(std::vector<Part>* parts) const {
  for (Part& part : *parts) {
    part.analysis = Analyze(part.text);
    part.bits.assign(part.analysis.tokens.size(), 0);
  }
  const auto only_meant = FormsWithMeantSpelling(*parts);
  for (Part& part : *parts) {
    MarkForms(anywhere_, only_meant, &part);
    if (part.is_title) MarkForms(title_only_, only_meant, &part);
    MarkPhrases(&part);
  }
}

Highlights Highlighter::Show(const Article& article) const {
  const std::string_view text = article.text;
  std::vector<Part> parts{{article.title, 0, true, {}, {}}};
  for (const Block& block : article.blocks) {
    if (!IsSearched(block.role)) continue;
    parts.push_back({text.substr(block.begin, block.end - block.begin),
                     block.begin,
                     false,
                     {},
                     {}});
  }
  Mark(&parts);
  SegmentBuilder title;
  AddStretch({article.title, 0, article.title.size(), 0,
              parts[0].analysis.tokens.size()},
             parts[0].analysis.tokens, parts[0].bits, &title);
  parts.erase(parts.begin());
  return {title.Take(), Snippet(parts)};
}

std::vector<Segment> Highlighter::Snippet(
    const std::vector<Part>& parts) const {
  std::vector<WindowToken> tokens;
  std::vector<std::size_t> starts;  // The first token of each part.
  std::uint32_t chars = 0;
  for (std::uint32_t number = 0; number < parts.size(); ++number) {
    const Part& part = parts[number];
    starts.push_back(tokens.size());
    CharCounter counter(part.text);
    std::size_t at = 0;
    for (std::size_t i = 0; i < part.analysis.tokens.size(); ++i) {
      const Token& token = part.analysis.tokens[i];
      const std::uint32_t before = counter.Before(token.begin);
      const std::uint32_t length = counter.Before(token.end) - before;
      const bool opens =
          i == 0 || EndsSentence(part.text.substr(at, token.begin - at));
      tokens.push_back({token.begin, token.end, chars + before, length, number,
                        part.bits[i], opens});
      at = token.end;
    }
    chars += counter.Before(part.text.size()) + 1;
  }
  const Window window = BestWindow(tokens, weights_, max_chars_);
  SegmentBuilder out;
  if (window.first == window.last) return out.Take();
  if (window.first > 0) out.Add("… ", false);
  const std::uint32_t first_part = tokens[window.first].block;
  const std::uint32_t last_part = tokens[window.last - 1].block;
  for (std::uint32_t number = first_part; number <= last_part; ++number) {
    const Part& part = parts[number];
    const std::vector<Token>& own = part.analysis.tokens;
    Stretch stretch{part.text, 0, part.text.size(), 0, own.size()};
    if (number > first_part) out.Add(" ", false);
    if (number == first_part) {
      stretch.first = window.first - starts[number];
      stretch.begin =
          ClingingBegin(part.text, own[stretch.first].begin,
                        stretch.first == 0 ? 0 : own[stretch.first - 1].end);
    }
    if (number == last_part) {
      stretch.last = window.last - starts[number];
      stretch.end =
          ClingingEnd(part.text, own[stretch.last - 1].end,
                      stretch.last == own.size() ? part.text.size()
                                                 : own[stretch.last].begin);
    }
    AddStretch(stretch, own, part.bits, &out);
  }
  if (window.last < tokens.size()) out.Add(" …", false);
  return out.Take();
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Highlighter::Matches(
    const Article& article) const {
  const std::string_view text = article.text;
  std::vector<Part> parts;
  for (const Block& block : article.blocks) {
    const bool title = block.role == BlockRole::kTitle;
    if (!title && !IsSearched(block.role)) continue;
    parts.push_back({text.substr(block.begin, block.end - block.begin),
                     block.begin,
                     title,
                     {},
                     {}});
  }
  Mark(&parts);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  for (const Part& part : parts) {
    for (std::size_t i = 0; i < part.bits.size(); ++i) {
      if (part.bits[i] == 0) continue;
      const std::uint32_t begin = part.begin + part.analysis.tokens[i].begin;
      const std::uint32_t end = part.begin + part.analysis.tokens[i].end;
      const bool joins =
          i > 0 && part.bits[i - 1] != 0 && !ranges.empty() &&
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
