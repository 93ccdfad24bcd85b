#include "server/search/suggester.h"

#include <algorithm>
#include <memory>
#include <set>
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

// How many of each kind; what one kind leaves the titles may take.
constexpr std::size_t kPerFacet = 3;

// Titles read to find different ones: crawls hold the same title many times.
constexpr std::uint32_t kTitlesRead = 40;

struct Source {
  SuggestionKind kind;
  std::string_view facet;
};
constexpr Source kSources[] = {
    {SuggestionKind::kProvince, "province"},
    {SuggestionKind::kUnit, "unit"},
    {SuggestionKind::kResolution, "resolution"},
};

std::string LabelOf(const Source& source, const std::string& value) {
  if (source.kind != SuggestionKind::kResolution) return value;
  const Resolution* resolution = FindResolution(value);
  return resolution == nullptr || resolution->title.empty()
             ? value
             : value + " – " + resolution->title;
}

// Does each token begin a syllable of `label`?
bool LabelContains(std::string_view label, const Analysis& wanted) {
  const Analysis text = Analyze(label);
  return std::all_of(
      wanted.tokens.begin(), wanted.tokens.end(), [&](const Token& token) {
        return std::any_of(
            text.tokens.begin(), text.tokens.end(), [&](const Token& other) {
              return token.marked ? other.exact.starts_with(token.exact)
                                  : other.folded.starts_with(token.folded);
            });
      });
}

std::vector<Suggestion> SuggestValues(const Snapshot& snapshot,
                                      const Source& source,
                                      std::string_view text,
                                      const Analysis& wanted) {
  const FacetTable& table = *snapshot.FindFacet(source.facet);
  std::vector<Suggestion> found;
  for (std::uint32_t o = 0; o < table.size(); ++o) {
    if (table.total(o) == 0) continue;
    const bool matches =
        source.kind == SuggestionKind::kResolution
            ? LabelContains(LabelOf(source, table.value(o)), wanted)
            : ValueContains(table, o, text);
    if (matches) {
      found.push_back({source.kind, table.value(o), "", table.total(o), ""});
    }
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const auto& a, const auto& b) { return a.count > b.count; });
  if (found.size() > kPerFacet) found.resize(kPerFacet);
  for (Suggestion& suggestion : found) {
    suggestion.label = LabelOf(source, suggestion.value);
  }
  return found;
}

// The articles with a title syllable that begins like `token`, by the terms of
// titles; kept, because the next keystroke asks for almost the same.
std::shared_ptr<const DocSet> TitlesWith(const Snapshot& snapshot,
                                         const Xapian::Database& database,
                                         const Token& token) {
  const Field field =
      token.marked ? FieldNamed("title") : FieldNamed("folded_title");
  const std::string prefix =
      MakeTerm(field, token.marked ? token.exact : token.folded);
  const std::string key = prefix + "*";
  if (auto cached = snapshot.cache().Find(key)) return cached;
  const Postings postings(snapshot, database);
  DocSet docs;
  for (auto it = database.allterms_begin(prefix);
       it != database.allterms_end(prefix); ++it) {
    docs |= *postings.Of(*it);
  }
  auto kept = std::make_shared<const DocSet>(std::move(docs));
  snapshot.cache().Insert(key, kept);
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
  std::vector<Suggestion> found;
  std::set<std::string> seen;
  std::uint32_t read = 0;
  for (const std::uint32_t docid : docs) {
    if (found.size() == limit || ++read > kTitlesRead) break;
    const auto article =
        DecodeArticle(database->get_document(docid).get_data());
    if (!article) return article.error();
    if (article->title.empty()) continue;
    if (!seen.insert(ExactKey(article->title)).second) continue;
    found.push_back({SuggestionKind::kTitle, article->title, article->title, 1,
                     article->id});
  }
  return found;
}

}  // namespace

Result<std::vector<Suggestion>> Suggest(const Snapshot& snapshot,
                                        std::string_view text,
                                        const Limits& limits) {
  const Analysis wanted = Analyze(text);
  std::vector<Suggestion> suggestions;
  if (wanted.tokens.empty() || wanted.tokens.size() > limits.max_terms) {
    return suggestions;
  }
  for (const Source& source : kSources) {
    auto values = SuggestValues(snapshot, source, text, wanted);
    std::move(values.begin(), values.end(), std::back_inserter(suggestions));
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
