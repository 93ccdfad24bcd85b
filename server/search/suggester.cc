#include "server/search/suggester.h"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/domain/resolution.h"
#include "common/index/article_codec.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "common/text/analyze.h"
#include "server/search/facet_names.h"
#include "server/search/postings.h"

namespace tracuu {
namespace {

// How many of each kind; the titles take what is left.
constexpr std::size_t kPhrases = 2;

// Titles read to find different ones: crawls hold the same title many times.
constexpr std::uint32_t kTitlesRead = 40;

struct Source {
  SuggestionKind kind;
  std::string_view facet;
  std::size_t most;
};
constexpr Source kSources[] = {
    {SuggestionKind::kProvince, "province", 2},
    {SuggestionKind::kUnit, "unit", 3},
    {SuggestionKind::kResolution, "resolution", 2},
};

// What is compared with the typed text.
struct Keys {
  std::string exact;
  std::string folded;
};

// Of the known documents by id: "35-nq/tw 2018 tăng cường bảo vệ …".
const std::unordered_map<std::string, Keys>& DocumentKeys() {
  static const auto kKeys = [] {
    std::unordered_map<std::string, Keys> keys;
    for (const Resolution& resolution : AllResolutions()) {
      const std::string label = resolution.id + " " + resolution.title;
      keys[resolution.id] = {ExactKey(label), FoldedKey(label)};
    }
    return keys;
  }();
  return kKeys;
}

Keys KeysOf(const Source& source, const FacetTable& table,
            std::uint32_t ordinal) {
  if (source.kind == SuggestionKind::kResolution) {
    const auto known = DocumentKeys().find(table.value(ordinal));
    if (known != DocumentKeys().end()) return known->second;
  }
  return {table.exact_key(ordinal), table.folded_key(ordinal)};
}

std::string LabelOf(const Source& source, const std::string& value) {
  if (source.kind != SuggestionKind::kResolution) return value;
  const Resolution* resolution = FindResolution(value);
  return resolution == nullptr || resolution->title.empty()
             ? value
             : value + " – " + resolution->title;
}

// The typed syllables as one key.
std::string TypedKey(const Analysis& wanted) {
  std::string key;
  for (const Token& token : wanted.tokens) {
    key += (key.empty() ? "" : " ") + token.folded;
  }
  return key;
}

// 2: begins with what was typed; 1: holds it in one piece; 0: here and there.
int Closeness(std::string_view folded_key, std::string_view typed) {
  if (folded_key.starts_with(typed)) return 2;
  return folded_key.find(" " + std::string(typed)) != std::string_view::npos
             ? 1
             : 0;
}

std::vector<Suggestion> SuggestValues(const Snapshot& snapshot,
                                      const Source& source,
                                      const Analysis& wanted, bool collapse) {
  struct Found {
    int closeness;
    std::uint32_t count;
    std::uint32_t ordinal;
  };
  const FacetTable& table = *snapshot.FindFacet(source.facet);
  const std::string typed = TypedKey(wanted);
  std::vector<Found> found;
  for (std::uint32_t o = 0; o < table.size(); ++o) {
    if (table.total(o) == 0) continue;
    const Keys keys = KeysOf(source, table, o);
    if (!KeysContain(keys.exact, keys.folded, wanted)) continue;
    found.push_back({Closeness(keys.folded, typed), table.total(o), o});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(b.closeness, b.count, a.ordinal) <
           std::tie(a.closeness, a.count, b.ordinal);
  });
  if (found.size() > source.most) found.resize(source.most);
  std::vector<Suggestion> suggestions;
  for (const Found& one : found) {
    const std::string& value = table.value(one.ordinal);
    const std::uint64_t count = collapse
                                    ? snapshot.clusters()
                                          .Fold(table.DocsWith(one.ordinal))
                                          .cardinality()
                                    : one.count;
    suggestions.push_back(
        {source.kind, value, LabelOf(source, value), count, ""});
  }
  return suggestions;
}

// The articles with a title syllable that begins like `token`, by the terms of
// titles; kept, because the next keystroke asks for almost the same.
std::shared_ptr<const DocSet> TitlesWith(const Snapshot& snapshot,
                                         const ArticleDatabase& database,
                                         const Token& token) {
  const Field field =
      token.marked ? FieldNamed("title") : FieldNamed("folded_title");
  const std::string prefix =
      MakeTerm(field, token.marked ? token.exact : token.folded);
  const std::string key = prefix + "*";
  if (auto cached = snapshot.cache().Find(key)) return cached;
  const Postings postings(snapshot, database);
  DocSet docs;
  database.ForEachTerm(prefix, [&](const std::string& term) {
    docs |= *postings.Of(term);
    return true;
  });
  auto kept = std::make_shared<const DocSet>(std::move(docs));
  snapshot.cache().Insert(key, kept, kept->getSizeInBytes());
  return kept;
}

Result<std::vector<Suggestion>> SuggestTitles(const Snapshot& snapshot,
                                              const Analysis& wanted,
                                              std::size_t limit) {
  const Snapshot::Lease database = snapshot.Borrow();
  DocSet docs = *TitlesWith(snapshot, *database, wanted.tokens[0]);
  for (std::size_t i = 1; i < wanted.tokens.size(); ++i) {
    docs &= *TitlesWith(snapshot, *database, wanted.tokens[i]);
  }
  const std::string typed = TypedKey(wanted);
  std::vector<std::pair<int, Suggestion>> found;
  std::set<std::string> seen;
  std::uint32_t read = 0;
  for (const std::uint32_t docid : docs) {
    if (++read > kTitlesRead) break;
    const auto article = database->FetchHeading(docid);
    if (!article) return article.error();
    if (article->title.empty()) continue;
    if (!seen.insert(ExactKey(article->title)).second) continue;
    found.emplace_back(Closeness(FoldedKey(article->title), typed),
                       Suggestion{SuggestionKind::kTitle, article->title,
                                  article->title, 1, article->id});
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Suggestion> titles;
  for (auto& [closeness, title] : found) {
    if (titles.size() == limit) break;
    titles.push_back(std::move(title));
  }
  return titles;
}

}  // namespace

Result<std::vector<Suggestion>> Suggest(const Snapshot& snapshot,
                                        std::string_view text, bool collapse,
                                        const Limits& limits) {
  const Analysis wanted = Analyze(text);
  std::vector<Suggestion> suggestions;
  if (wanted.tokens.empty() || wanted.tokens.size() > limits.max_terms) {
    return suggestions;
  }
  for (const Source& source : kSources) {
    auto values = SuggestValues(snapshot, source, wanted, collapse);
    std::move(values.begin(), values.end(), std::back_inserter(suggestions));
  }
  for (std::string& phrase : snapshot.phrases().Complete(wanted, kPhrases)) {
    suggestions.push_back({SuggestionKind::kPhrase, phrase, phrase, 0, ""});
  }
  auto titles = GuardXapian([&] {
    return SuggestTitles(snapshot, wanted,
                         limits.max_suggestions - suggestions.size());
  });
  if (!titles) return titles.error();
  std::move(titles->begin(), titles->end(), std::back_inserter(suggestions));
  return suggestions;
}

}  // namespace tracuu
