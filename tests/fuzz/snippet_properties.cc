#include "tests/fuzz/snippet_properties.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "common/text/analyze.h"
#include "common/text/utf8.h"
#include "server/search/highlighter.h"
#include "server/search/limits.h"
#include "server/search/query_parser.h"

namespace tracuu::test {
namespace {

// Punctuation at both ends, "… " and " …", and one long first token.
constexpr std::size_t kMostBeyond = 2 * 8 + 4 + 64;

Article ArticleOf(std::string_view text) {
  Article article;
  article.id = "a";
  article.text = RepairUnicode(text);
  std::size_t begin = 0;
  while (begin <= article.text.size()) {
    const std::size_t end =
        std::min(article.text.find('\n', begin), article.text.size());
    const BlockRole role = begin == 0 ? BlockRole::kTitle : BlockRole::kBody;
    if (begin == 0) article.title = article.text.substr(0, end);
    article.blocks.push_back({role, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return article;
}

std::string WithoutBlanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += c;
  }
  return out;
}

std::string CheckSegments(const std::vector<Segment>& segments) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].text.empty()) return "a segment is empty";
    if (i > 0 && segments[i].match == segments[i - 1].match) {
      return "neighbouring segments are of one kind";
    }
    if (FirstInvalidUtf8(segments[i].text)) return "a segment is not UTF-8";
  }
  return {};
}

std::string TextOf(const std::vector<Segment>& segments) {
  std::string text;
  for (const Segment& segment : segments) text += segment.text;
  return text;
}

std::string CheckSnippet(const std::vector<Segment>& segments,
                         std::string_view text, std::size_t max_chars) {
  if (auto broken = CheckSegments(segments); !broken.empty()) return broken;
  std::string shown = TextOf(segments);
  if (CountCodePoints(shown) > max_chars + kMostBeyond) return "too long";
  // The marks of omission are ours, unless the text has them itself.
  const std::string whole = WithoutBlanks(text);
  const auto is_in_text = [&](const std::string& part) {
    return whole.find(WithoutBlanks(part)) != std::string::npos;
  };
  std::string front = shown;
  if (front.starts_with("… ")) front.erase(0, std::string("… ").size());
  std::string inner = front;
  if (inner.ends_with(" …")) {
    inner.erase(inner.size() - std::string(" …").size());
  }
  if (!is_in_text(inner) && !is_in_text(front) && !is_in_text(shown)) {
    return "the snippet is not in the text: " + shown;
  }
  return {};
}

// No range may begin or end inside a syllable.
std::string CheckRanges(
    const Article& article,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges) {
  std::set<std::uint32_t> begins;
  std::set<std::uint32_t> ends;
  for (const Block& block : article.blocks) {
    const auto part = std::string_view(article.text)
                          .substr(block.begin, block.end - block.begin);
    for (const Token& token : Analyze(part).tokens) {
      begins.insert(block.begin + token.begin);
      ends.insert(block.begin + token.end);
    }
  }
  std::uint32_t last = 0;
  for (const auto& [begin, end] : ranges) {
    if (begin < last || end <= begin) return "ranges are not in order";
    if (!begins.contains(begin) || !ends.contains(end)) {
      return "a range cuts a syllable";
    }
    last = end;
  }
  return {};
}

}  // namespace

std::string BrokenSnippetProperty(std::string_view query, std::string_view text,
                                  std::size_t max_chars) {
  const auto parsed = ParseQuery(query, AccentMode::kAuto, Limits{}, nullptr);
  if (!parsed) return {};
  const Article article = ArticleOf(text);
  const Highlighter highlighter(parsed->tree, {}, max_chars);
  const Highlights shown = highlighter.Show(article);
  if (auto broken = CheckSegments(shown.title); !broken.empty()) return broken;
  if (WithoutBlanks(TextOf(shown.title)) != WithoutBlanks(article.title)) {
    return "the title is not the title";
  }
  if (auto broken = CheckSnippet(shown.snippet, article.text, max_chars);
      !broken.empty()) {
    return broken;
  }
  return CheckRanges(article, highlighter.Matches(article));
}

}  // namespace tracuu::test
