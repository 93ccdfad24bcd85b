#include "indexer/build/document_maker.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/token_units.h"

namespace tracuu {
namespace {

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

struct DocumentMaker::TokenKind {
  Field field;
  Field title;
  const StringTable& table;
  const ByteOrder& order;
};

template <typename NumberOf>
void DocumentMaker::AddTokens(const TokenKind& kind,
                              const ArticleRecord& record,
                              const NumberOf& number_of,
                              Xapian::Document* document) {
  occurrences_.clear();
  for (const TokenRun& run : record.runs) {
    const Xapian::termcount weight = WeightOf(run.role);
    const Xapian::termcount in_title = run.role == BlockRole::kTitle ? 1 : 0;
    for (const std::uint32_t token : run.tokens) {
      occurrences_.push_back(
          {kind.order.rank_of[number_of(token)], weight, in_title});
    }
  }
  std::sort(occurrences_.begin(), occurrences_.end(),
            [](const auto& a, const auto& b) { return a.rank < b.rank; });
  for (std::size_t i = 0; i < occurrences_.size();) {
    Occurrence all = occurrences_[i];
    for (++i; i < occurrences_.size() && occurrences_[i].rank == all.rank;
         ++i) {
      all.weight += occurrences_[i].weight;
      all.in_title += occurrences_[i].in_title;
    }
    const std::string& form = kind.table.at(kind.order.number_at[all.rank]);
    AddTerm(kind.field, form, all.weight, document);
    if (all.in_title > 0) AddTerm(kind.title, form, all.in_title, document);
  }
}

void DocumentMaker::AddTerm(const Field& field, const std::string& form,
                            Xapian::termcount count,
                            Xapian::Document* document) {
  term_.assign(field.prefix).append(form);
  document->add_term(term_, count);
}

void DocumentMaker::AddPairs(const ArticleRecord& record,
                             Xapian::Document* document) {
  const ByteOrder& order = own_.exact_order;
  pairs_.clear();
  for (const TokenRun& run : record.runs) {
    for (std::size_t i = 1; i < run.tokens.size(); ++i) {
      const std::uint32_t first = run.tokens[i - 1];
      const std::uint32_t second = run.tokens[i];
      if (!own_.is_frequent[first] || !own_.is_frequent[second]) continue;
      pairs_.push_back(std::uint64_t{order.rank_of[first]} << 32 |
                       order.rank_of[second]);
    }
  }
  std::sort(pairs_.begin(), pairs_.end());
  const auto form = [&](std::uint64_t rank) -> const std::string& {
    return vocabulary_.exact.at(order.number_at[rank]);
  };
  ForEachRun(pairs_, [&](std::uint64_t pair, Xapian::termcount count) {
    document->add_term(MakePairTerm(FieldNamed("pair"), form(pair >> 32),
                                    form(pair & 0xFFFFFFFFU)),
                       count);
  });
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

void DocumentMaker::AppendUnits(const ArticleRecord& record,
                                std::vector<std::uint16_t>* units) const {
  for (const TokenRun& run : record.runs) {
    AppendRole(run.role, units);
    for (const std::uint32_t token : run.tokens) {
      AppendWord(own_.word_numbers[token], units);
    }
  }
}

Xapian::Document DocumentMaker::Make(const ArticleEntry& entry,
                                     const ArticleRecord& record,
                                     const std::string& article) {
  Xapian::Document document;
  document.set_data(article);
  document.add_boolean_term(MakeTerm(FieldNamed("id"), entry.id));
  AddPairs(record, &document);
  AddTokens(
      {FieldNamed("folded"), FieldNamed("folded_title"), vocabulary_.folded,
       own_.folded_order},
      record,
      [&](std::uint32_t token) { return vocabulary_.folded_of_exact[token]; },
      &document);
  AddTokens(
      {FieldNamed("exact"), FieldNamed("title"), vocabulary_.exact,
       own_.exact_order},
      record, [](std::uint32_t token) { return token; }, &document);
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
