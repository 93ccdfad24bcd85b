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

void DocumentMaker::CollectOccurrences(const ArticleRecord& record) {
  occurrences_.clear();
  Xapian::termpos position = 1;
  for (const TokenRun& run : record.runs) {
    const Xapian::termcount weight = WeightOf(run.role);
    const bool in_title = run.role == BlockRole::kTitle;
    for (const std::uint32_t number : run.tokens) {
      occurrences_.push_back({number, position++, weight, in_title});
    }
    position += kBlockGap;
  }
}

void DocumentMaker::AddExact(Xapian::Document* document) {
  // Neighbours in this order share a term, which keeps Xapian's lookups warm.
  std::sort(occurrences_.begin(), occurrences_.end(),
            [](const Occurrence& a, const Occurrence& b) {
              return std::tie(a.number, a.position) <
                     std::tie(b.number, b.position);
            });
  for (const Occurrence& at : occurrences_) {
    const std::string& exact = vocabulary_.exact.at(at.number);
    document->add_posting(exact, at.position, at.weight);
    if (!at.in_title) continue;
    term_.assign(kTitle.prefix).append(exact);
    document->add_posting(term_, at.position);
  }
}

void DocumentMaker::AddFolded(Xapian::Document* document) {
  // From here on, `number` is of the folded form and positions do not matter.
  for (Occurrence& at : occurrences_) {
    at.number = vocabulary_.folded_of_exact[at.number];
  }
  std::sort(occurrences_.begin(), occurrences_.end(),
            [](const Occurrence& a, const Occurrence& b) {
              return a.number < b.number;
            });
  for (std::size_t i = 0; i < occurrences_.size();) {
    const std::uint32_t number = occurrences_[i].number;
    Xapian::termcount weight = 0;
    Xapian::termcount in_title = 0;
    for (; i < occurrences_.size() && occurrences_[i].number == number; ++i) {
      weight += occurrences_[i].weight;
      in_title += occurrences_[i].in_title ? 1 : 0;
    }
    const std::string& folded = vocabulary_.folded.at(number);
    term_.assign(kFolded.prefix).append(folded);
    document->add_term(term_, weight);
    if (in_title == 0) continue;
    term_.assign(kFoldedTitle.prefix).append(folded);
    document->add_term(term_, in_title);
  }
}

void DocumentMaker::AddPairs(const ArticleRecord& record,
                             Xapian::Document* document) {
  const auto add = [&](const Field& field, const StringTable& table,
                       const std::vector<bool>& is_frequent,
                       const auto& number_of) {
    pairs_.clear();
    for (const TokenRun& run : record.runs) {
      for (std::size_t i = 1; i < run.tokens.size(); ++i) {
        const std::uint32_t first = number_of(run.tokens[i - 1]);
        const std::uint32_t second = number_of(run.tokens[i]);
        if (!is_frequent[first] || !is_frequent[second]) continue;
        pairs_.push_back(static_cast<std::uint64_t>(first) << 32 | second);
      }
    }
    std::sort(pairs_.begin(), pairs_.end());
    ForEachRun(pairs_, [&](std::uint64_t pair, Xapian::termcount count) {
      document->add_term(
          MakePairTerm(field, table.at(static_cast<std::uint32_t>(pair >> 32)),
                       table.at(static_cast<std::uint32_t>(pair))),
          count);
    });
  };
  add(FieldNamed("pair"), vocabulary_.exact, own_.is_frequent_exact,
      [](std::uint32_t token) { return token; });
  add(FieldNamed("folded_pair"), vocabulary_.folded, own_.is_frequent_folded,
      [&](std::uint32_t token) { return vocabulary_.folded_of_exact[token]; });
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
  CollectOccurrences(record);
  AddExact(&document);
  AddFolded(&document);
  AddPairs(record, &document);
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
