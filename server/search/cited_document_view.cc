#include "server/search/cited_document_view.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "common/domain/document_symbol.h"
#include "common/index/article_codec.h"
#include "common/index/xapian_guard.h"
#include "server/search/facet_names.h"

namespace tracuu {
namespace {

using Ordinals = std::vector<std::uint32_t>;

bool Has(const Ordinals& ordinals, std::uint32_t wanted) {
  return std::find(ordinals.begin(), ordinals.end(), wanted) != ordinals.end();
}

DocSet DocsOf(const FacetTable& table, const Ordinals& ordinals) {
  DocSet docs;
  for (const std::uint32_t ordinal : ordinals) docs |= table.DocsWith(ordinal);
  return docs;
}

// The id of what `text` names, and the values of the facet that it stands for:
// none if it is known but not cited.
struct Named {
  std::string id;
  Ordinals ordinals;
};

std::string CanonicalSymbol(std::string_view text) {
  const auto symbol = ParseSymbol(text);
  return symbol ? FormatSymbol(*symbol) : std::string();
}

std::optional<Named> FindCited(const FacetTable& table, std::string_view text) {
  Named named{std::string(text), FindFacetValues(table, text)};
  if (named.ordinals.empty()) return std::nullopt;
  if (table.FindVerbatim(text)) return named;
  if (named.ordinals.size() == 1) {
    named.id = table.value(named.ordinals.front());
  } else if (const auto symbol = CanonicalSymbol(text); !symbol.empty()) {
    named.id = symbol;
  }
  return named;
}

// A document of our table that no article cites.
std::optional<Named> FindKnown(std::string_view text) {
  if (const Resolution* known = FindResolution(text))
    return Named{known->id, {}};
  const std::size_t colon = text.find(':');
  std::string id = CanonicalSymbol(text.substr(0, colon));
  if (id.empty()) return std::nullopt;
  if (colon != std::string_view::npos) id += text.substr(colon);
  if (const Resolution* known = FindResolution(id)) return Named{known->id, {}};
  const auto same_symbol = ResolutionsWithSymbol(id);
  if (same_symbol.size() != 1) return std::nullopt;
  return Named{same_symbol.front()->id, {}};
}

// Reads everything about one document off the columns of a snapshot.
class Viewer {
 public:
  Viewer(const Snapshot& snapshot, Named named)
      : snapshot_(snapshot),
        table_(*snapshot.FindFacet("resolution")),
        named_(std::move(named)),
        docs_(DocsOf(table_, named_.ordinals)) {}

  Result<CitedDocumentView> View(std::size_t limit) const {
    CitedDocumentView view;
    view.facts = DescribeDocument(named_.id);
    view.articles = docs_.cardinality();
    view.undated = view.articles - docs_.rank(snapshot_.dated());
    view.spellings = CollectSpellings();
    const FacetTable& years = *snapshot_.FindFacet("year");
    view.by_province =
        CountCross(*snapshot_.FindFacet("province"), years, docs_);
    view.by_province_now =
        CountCross(*snapshot_.FindFacet("province_now"), years, docs_);
    AddCitedWith(limit, &view);
    for (const std::uint32_t ordinal : named_.ordinals) {
      if (table_.value(ordinal) == named_.id) continue;
      view.meanings.push_back(
          {snapshot_.cited().facts(ordinal), table_.total(ordinal)});
    }
    AddPlenum(&view);
    const Status ends = AddEnds(&view);
    if (!ends) return ends.error();
    return view;
  }

 private:
  SpellingsOfValue CollectSpellings() const {
    SpellingsOfValue all;
    all.value = named_.id;
    std::map<std::string, std::uint64_t> counts;
    for (const std::uint32_t ordinal : named_.ordinals) {
      const SpellingsOfValue& own =
          snapshot_.spellings().Of(table_.value(ordinal));
      for (const CitedSpelling& one : own.spellings)
        counts[one.text] += one.count;
      all.others += own.others;
    }
    for (const auto& [text, count] : counts) {
      all.spellings.push_back({text, count});
    }
    std::stable_sort(
        all.spellings.begin(), all.spellings.end(),
        [](const auto& a, const auto& b) { return a.count > b.count; });
    return all;
  }

  // A value that stands for one of ours is no other document: "35-CT/TW" is in
  // every article with "35-CT/TW:2019".
  bool IsSame(std::uint32_t ordinal) const {
    if (Has(named_.ordinals, ordinal)) return true;
    const auto meant = FindFacetValues(table_, table_.value(ordinal));
    return std::any_of(meant.begin(), meant.end(), [&](std::uint32_t one) {
      return Has(named_.ordinals, one);
    });
  }

  void AddCitedWith(std::size_t limit, CitedDocumentView* view) const {
    std::map<std::uint32_t, std::uint64_t> counts;
    for (const std::uint32_t docid : docs_) {
      for (const std::uint32_t ordinal : table_.OrdinalsOf(docid)) {
        ++counts[ordinal];
      }
    }
    std::erase_if(counts, [&](const auto& one) { return IsSame(one.first); });
    view->cited_with_distinct = counts.size();
    std::vector<std::pair<std::uint32_t, std::uint64_t>> order(counts.begin(),
                                                               counts.end());
    std::stable_sort(
        order.begin(), order.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
    if (order.size() > limit) order.resize(limit);
    for (const auto& [ordinal, count] : order) {
      view->cited_with.push_back({snapshot_.cited().facts(ordinal), count});
    }
  }

  void AddPlenum(CitedDocumentView* view) const {
    for (const Resolution* one :
         DocumentsOfPlenum(view->facts.plenum, view->facts.term)) {
      const DocSet docs = DocsOf(table_, FindFacetValues(table_, one->id));
      view->plenum.push_back({DescribeDocument(one->id), docs.cardinality()});
    }
  }

  Status AddEnds(CitedDocumentView* view) const {
    const auto ends = FindDatedEnds(snapshot_, docs_);
    if (!ends) return Ok{};
    auto first = Point(ends->earliest);
    if (!first) return first.error();
    auto latest = Point(ends->latest);
    if (!latest) return latest.error();
    view->first = *std::move(first);
    view->latest = *std::move(latest);
    return Ok{};
  }

  Result<ArticlePointer> Point(std::uint32_t docid) const {
    const Snapshot::Lease database = snapshot_.Borrow();
    auto article = database->Fetch(docid);
    if (!article) return article.error();
    return ArticlePointer{std::move(article->id), std::move(article->title),
                          snapshot_.DayOf(docid).value_or(0)};
  }

  const Snapshot& snapshot_;
  const FacetTable& table_;
  const Named named_;
  const DocSet docs_;
};

}  // namespace

std::optional<DatedEnds> FindDatedEnds(const Snapshot& snapshot,
                                       const DocSet& docs) {
  // Docids are newest first, undated articles behind all others.
  const std::uint64_t dated = docs.rank(snapshot.dated());
  if (dated == 0) return std::nullopt;
  DatedEnds ends;
  docs.select(0, &ends.latest);
  docs.select(static_cast<std::uint32_t>(dated - 1), &ends.earliest);
  return ends;
}

Result<CitedDocumentView> ViewCitedDocument(const Snapshot& snapshot,
                                            std::string_view id,
                                            std::size_t limit) {
  return GuardXapian([&]() -> Result<CitedDocumentView> {
    auto named = FindCited(*snapshot.FindFacet("resolution"), id);
    if (!named) named = FindKnown(id);
    if (!named) {
      return Error{ErrorCode::kNotFound, "no document with this id", ""};
    }
    return Viewer(snapshot, *std::move(named)).View(limit);
  });
}

}  // namespace tracuu
