#include "indexer/build/document_maker.h"

#include <algorithm>
#include <tuple>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace tracuu {
namespace {

constexpr Field kExact = FieldNamed("exact");
constexpr Field kFolded = FieldNamed("folded");
constexpr Field kTitle = FieldNamed("title");
constexpr Field kFoldedTitle = FieldNamed("folded_title");

Xapian::termcount WeightOf(BlockRole role) {
  if (role == BlockRole::kTitle) return kTitleWeight;
  if (role == BlockRole::kLead) return kLeadWeight;
  return 1;
}

void AddSlot(const Field& field, double value, Xapian::Document* document) {
  document->add_value(static_cast<Xapian::valueno>(field.slot),
                      Xapian::sortable_serialise(value));
}

// Calls `add(value, count)` for each run of equal values in a sorted list.
template <typename T, typename Add>
void ForEachRun(const std::vector<T>& sorted, const Add& add) {
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end = std::find_if(begin, sorted.end(),
                                  [&](const T& v) { return v != *begin; });
    add(*begin, static_cast<Xapian::termcount>(end - begin));
    begin = end;
  }
}

}  // namespace

// Tokens are at most 64 bytes (see analyze.h): their terms need no
// MakeTerm(), which the many of them would notice.

struct DocumentMaker::PairKind {
  Field field;
  const StringTable& table;
  const ByteOrder& order;
  const std::vector<bool>& is_frequent;  // By number in `table`.
};

template <typename RankOf>
void DocumentMaker::CollectOccurrences(const ArticleRecord& record,
                                       const RankOf& rank_of) {
  occurrences_.clear();
  Xapian::termpos position = 1;
  for (const TokenRun& run : record.runs) {
    const Xapian::termcount weight = WeightOf(run.role);
    const bool in_title = run.role == BlockRole::kTitle;
    for (const std::uint32_t token : run.tokens) {
      occurrences_.push_back({rank_of(token), position++, weight, in_title});
    }
    position += kBlockGap;
  }
  std::sort(occurrences_.begin(), occurrences_.end(),
            [](const Occurrence& a, const Occurrence& b) {
              return std::tie(a.rank, a.position) <
                     std::tie(b.rank, b.position);
            });
}

void DocumentMaker::AddExact(const ArticleRecord& record,
                             Xapian::Document* document) {
  const ByteOrder& order = own_.exact_order;
  CollectOccurrences(record,
                     [&](std::uint32_t token) { return order.rank_of[token]; });
  for (const Occurrence& at : occurrences_) {
    const std::string& exact = vocabulary_.exact.at(order.number_at[at.rank]);
    document->add_posting(exact, at.position, at.weight);
    if (!at.in_title) continue;
    term_.assign(kTitle.prefix).append(exact);
    document->add_posting(term_, at.position);
  }
}

void DocumentMaker::AddFolded(const ArticleRecord& record,
                              Xapian::Document* document) {
  const ByteOrder& order = own_.folded_order;
  CollectOccurrences(record, [&](std::uint32_t token) {
    return order.rank_of[vocabulary_.folded_of_exact[token]];
  });
  for (std::size_t i = 0; i < occurrences_.size();) {
    const std::uint32_t rank = occurrences_[i].rank;
    Xapian::termcount weight = 0;
    Xapian::termcount in_title = 0;
    for (; i < occurrences_.size() && occurrences_[i].rank == rank; ++i) {
      weight += occurrences_[i].weight;
      in_title += occurrences_[i].in_title ? 1 : 0;
    }
    const std::string& folded = vocabulary_.folded.at(order.number_at[rank]);
    term_.assign(kFolded.prefix).append(folded);
    document->add_term(term_, weight);
    if (in_title == 0) continue;
    term_.assign(kFoldedTitle.prefix).append(folded);
    document->add_term(term_, in_title);
  }
}

template <typename NumberOf>
void DocumentMaker::AddPairsOf(const PairKind& kind,
                               const ArticleRecord& record,
                               const NumberOf& number_of,
                               Xapian::Document* document) {
  pairs_.clear();
  for (const TokenRun& run : record.runs) {
    for (std::size_t i = 1; i < run.tokens.size(); ++i) {
      const std::uint32_t first = number_of(run.tokens[i - 1]);
      const std::uint32_t second = number_of(run.tokens[i]);
      if (!kind.is_frequent[first] || !kind.is_frequent[second]) continue;
      pairs_.push_back(std::uint64_t{kind.order.rank_of[first]} << 32 |
                       kind.order.rank_of[second]);
    }
  }
  std::sort(pairs_.begin(), pairs_.end());
  const auto text = [&](std::uint64_t rank) -> const std::string& {
    return kind.table.at(kind.order.number_at[rank]);
  };
  ForEachRun(pairs_, [&](std::uint64_t pair, Xapian::termcount count) {
    document->add_term(
        MakePairTerm(kind.field, text(pair >> 32), text(pair & 0xFFFFFFFFU)),
        count);
  });
}

void DocumentMaker::AddPairs(const ArticleRecord& record,
                             Xapian::Document* document) {
  AddPairsOf(
      {FieldNamed("pair"), vocabulary_.exact, own_.exact_order,
       own_.is_frequent_exact},
      record, [](std::uint32_t token) { return token; }, document);
}

void DocumentMaker::AddFoldedPairs(const ArticleRecord& record,
                                   Xapian::Document* document) {
  AddPairsOf(
      {FieldNamed("folded_pair"), vocabulary_.folded, own_.folded_order,
       own_.is_frequent_folded},
      record,
      [&](std::uint32_t token) { return vocabulary_.folded_of_exact[token]; },
      document);
}

void DocumentMaker::AddFacets(const ArticleRecord& record,
                              Xapian::Document* document) const {
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    const Field& field = kFacetFields[facet];
    std::vector<std::uint32_t> ordinals;
    for (const std::uint32_t number : record.facets[facet]) {
      document->add_boolean_term(
          MakeTerm(field, vocabulary_.facet_values[facet].at(number)));
      ordinals.push_back(own_.ordinals[facet][number]);
    }
    if (ordinals.empty()) continue;
    document->add_value(static_cast<Xapian::valueno>(field.slot),
                        EncodeOrdinals(ordinals));
  }
}

Xapian::Document DocumentMaker::Make(const ArticleEntry& entry,
                                     const ArticleRecord& record,
                                     const std::string& article) {
  Xapian::Document document;
  document.set_data(article);
  document.add_boolean_term(MakeTerm(FieldNamed("id"), entry.id));
  AddPairs(record, &document);
  AddFolded(record, &document);
  AddFoldedPairs(record, &document);
  AddExact(record, &document);
  for (const std::string& symbol : record.symbols) {
    document.add_term(MakeTerm(FieldNamed("symbol"), symbol));
  }
  for (const std::string& date : record.dates) {
    document.add_term(MakeTerm(FieldNamed("date"), date));
  }
  AddFacets(record, &document);
  if (entry.day != kNoDay) AddSlot(FieldNamed("day"), entry.day, &document);
  if (entry.day != kNoDay && entry.minute >= 0) {
    AddSlot(FieldNamed("minute"), entry.minute, &document);
  }
  return document;
}

}  // namespace tracuu
