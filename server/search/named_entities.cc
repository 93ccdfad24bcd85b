#include "server/search/named_entities.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/domain/citation.h"
#include "common/domain/province.h"
#include "common/text/analyze.h"
#include "server/search/facet_names.h"

namespace tracuu {
namespace {

// The longest names of provinces have five syllables ("Bà Rịa - Vũng Tàu" four,
// "thành phố Hồ Chí Minh" five).
constexpr std::size_t kMaxPlaceWords = 5;

// A value that is not the article's first one.
constexpr double kFurtherShare = 0.5;

// A document that is named counts this much more than a place or a unit: a
// number means its document, and the same number of another issuer is another
// one, however often it is written.
constexpr double kDocumentFactor = 2.0;

// A unit of whose name the query says less than this is another unit.
constexpr double kLeastOfName = 0.6;

// Words in the names of units that readers leave out, as folded keys.
constexpr std::array<std::string_view, 12> kFillers{
    "tinh",   "thanh", "pho", "huyen", "thi", "xa",
    "phuong", "quan",  "cua", "va",    "cac", "ve"};

bool IsFiller(std::string_view folded) {
  return std::find(kFillers.begin(), kFillers.end(), folded) != kFillers.end();
}

bool IsText(const QueryItem& item) {
  return item.kind == ItemKind::kExact || item.kind == ItemKind::kFolded;
}

// The forms meant by items [begin, end), joined.
std::string Joined(const std::vector<std::string>& forms, std::size_t begin,
                   std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) joined += ' ';
    joined += forms[i];
  }
  return joined;
}

bool EndsWithWord(std::string_view text, std::string_view words) {
  return text.ends_with(words) && (text.size() == words.size() ||
                                   text[text.size() - words.size() - 1] == ' ');
}

bool BeginsWithWord(std::string_view text, std::string_view words) {
  return text.starts_with(words) &&
         (text.size() == words.size() || text[words.size()] == ' ');
}

// Terms of the Party's congresses are written in capitals: "khóa XII".
std::string WithRomanCapitals(const std::string& form) {
  if (form.find_first_not_of("ivxlc") != std::string::npos) return form;
  std::string capitals = form;
  for (char& c : capitals) c = static_cast<char>(std::toupper(c));
  return capitals;
}

}  // namespace

NamedEntities::NamedEntities(const Snapshot& snapshot,
                             const std::vector<WordGroup>& groups)
    : groups_(groups) {
  province_.table = snapshot.FindFacet("province");
  province_now_.table = snapshot.FindFacet("province_now");
  resolution_.table = snapshot.FindFacet("resolution");
  year_.table = snapshot.FindFacet("year");
  units_ = snapshot.FindFacet("unit");
  for (const WordGroup& group : groups) weight_ += group.weight;
  for (const WordGroup& group : groups) {
    FindPlaces(group);
    FindDocuments(group);
    FindYears(group);
  }
}

void NamedEntities::AddValue(Facet* facet, std::string_view value,
                             double weight) {
  const auto ordinal = facet->table->FindVerbatim(value);
  if (!ordinal || weight_ <= 0) return;
  const double share = weight / weight_;
  for (Named& named : facet->named) {
    if (named.ordinal != *ordinal) continue;
    named.share = std::max(named.share, share);
    return;
  }
  facet->named.push_back({*ordinal, share});
}

// The longest name at each place.
void NamedEntities::FindPlaces(const WordGroup& group) {
  for (std::size_t begin = 0; begin < group.items.size(); ++begin) {
    std::string typed;
    double weight = 0;
    const Province* old_one = nullptr;
    const Province* new_one = nullptr;
    std::size_t end = begin;
    double named_weight = 0;
    for (std::size_t i = begin;
         i < std::min(group.items.size(), begin + kMaxPlaceWords); ++i) {
      if (!IsText(group.items[i])) break;
      typed += (i > begin ? " " : "") + group.items[i].form;
      weight += group.weights[i];
      const Province* before = FindProvince(typed, ProvinceEra::kBefore2025);
      const Province* now = FindProvince(typed, ProvinceEra::kFrom2025);
      if (before == nullptr && now == nullptr) continue;
      old_one = before;
      new_one = now;
      end = i + 1;
      named_weight = weight;
    }
    if (end == begin) continue;
    const std::string& name =
        old_one != nullptr ? old_one->name : new_one->name;
    if (!IsPlaceHere(group, begin, end, name)) continue;
    if (old_one != nullptr) AddValue(&province_, old_one->name, named_weight);
    if (new_one != nullptr) {
      AddValue(&province_now_, new_one->name, named_weight);
    }
    begin = end - 1;
  }
}

// "diễn biến hòa bình" is no province, nor is "huyện Quảng Ninh".
bool NamedEntities::IsPlaceHere(const WordGroup& group, std::size_t begin,
                                std::size_t end,
                                const std::string& name) const {
  const std::string before = Joined(group.forms, 0, begin);
  const std::string after = Joined(group.forms, end, group.forms.size());
  const ProvinceAmbiguity* ambiguity = AmbiguityOf(name);
  if (ambiguity == nullptr) return true;
  for (const std::string& words : ambiguity->reject_before) {
    if (EndsWithWord(before, words)) return false;
  }
  for (const std::string& words : ambiguity->reject_after) {
    if (BeginsWithWord(after, words)) return false;
  }
  if (ambiguity->alone_is_enough) return true;
  return EndsWithWord(before, "tỉnh") || EndsWithWord(before, "thành phố") ||
         EndsWithWord(before, "ủy") || EndsWithWord(before, "tp") ||
         BeginsWithWord(Joined(group.forms, begin, end), "tp");
}

void NamedEntities::FindDocuments(const WordGroup& group) {
  std::string text;
  std::vector<std::uint32_t> starts;
  for (std::size_t i = 0; i < group.items.size(); ++i) {
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    const QueryItem& item = group.items[i];
    if (item.kind == ItemKind::kSymbol) {
      for (const std::uint32_t ordinal :
           ResolutionsWithSymbolForm(*resolution_.table, item.form)) {
        AddValue(&resolution_, resolution_.table->value(ordinal),
                 group.weights[i]);
      }
    }
    text +=
        WithRomanCapitals(group.forms[i].empty() ? item.form : group.forms[i]);
    text += ' ';
  }
  const Citations citations = FindCitations(text, Analyze(text), Date{});
  for (const Citation& citation : citations.found) {
    double weight = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      if (starts[i] >= citation.begin && starts[i] < citation.end) {
        weight += group.weights[i];
      }
    }
    for (const auto* values : {&citation.values, &citation.candidates}) {
      for (const std::string& value : *values) {
        for (const std::uint32_t ordinal :
             FindFacetValues(*resolution_.table, value)) {
          AddValue(&resolution_, resolution_.table->value(ordinal), weight);
        }
      }
    }
  }
}

void NamedEntities::FindYears(const WordGroup& group) {
  for (std::size_t i = 0; i < group.items.size(); ++i) {
    const std::string& form = group.items[i].form;
    const bool year =
        form.size() == 4 && (form.starts_with("19") || form.starts_with("20"));
    if (year) AddValue(&year_, form, group.weights[i]);
  }
}

double NamedEntities::ShareNamed(const Facet& facet,
                                 Xapian::docid docid) const {
  if (facet.named.empty()) return 0;
  const auto ordinals = facet.table->OrdinalsOf(docid);
  double share = 0;
  for (const Named& named : facet.named) {
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      if (ordinals[i] != named.ordinal) continue;
      share += named.share * (i == 0 ? 1.0 : kFurtherShare);
    }
  }
  return share;
}

// A unit is named as far as the query says its name: all of "Ban Chỉ đạo 35
// tỉnh Quảng Trị" but the filler, four sixths of "Ban Chỉ đạo 35 huyện Hướng
// Hóa". That of another province is another unit, however much else is said.
double NamedEntities::ShareOfUnit(std::uint32_t ordinal) {
  const auto [entry, fresh] = unit_shares_.try_emplace(ordinal, 0.0);
  if (!fresh) return entry->second;
  const Analysis name = Analyze(units_->value(ordinal));
  if (IsElsewhere(name.tokens)) return 0;
  double said = 0;
  double words = 0;
  double weight = 0;
  for (const Token& token : name.tokens) {
    const double found = WeightOf(token);
    if (found >= 0) {
      weight += found;
    } else if (IsFiller(token.folded)) {
      continue;
    }
    words += 1;
    said += found >= 0 ? 1 : 0;
  }
  const double of_name = words > 0 ? said / words : 0;
  if (of_name >= kLeastOfName && weight_ > 0) {
    entry->second = of_name * of_name * std::min(1.0, weight / weight_);
  }
  return entry->second;
}

// What a word weighs in the query; less than 0 if it is not said there.
double NamedEntities::WeightOf(const Token& token) const {
  double found = -1;
  for (const WordGroup& group : groups_) {
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const QueryItem& item = group.items[i];
      const bool same =
          item.kind == ItemKind::kExact
              ? item.form == token.exact
              : item.kind == ItemKind::kFolded && item.form == token.folded;
      if (same) found = std::max(found, group.weights[i]);
    }
  }
  return found;
}

// Does a unit's name end with a province, while the query names only others?
bool NamedEntities::IsElsewhere(const std::vector<Token>& name) const {
  if (province_.named.empty() && province_now_.named.empty()) return false;
  std::string tail;
  const Province* old_one = nullptr;
  const Province* new_one = nullptr;
  for (std::size_t i = name.size(); i > 0 && name.size() - i < kMaxPlaceWords;
       --i) {
    tail = name[i - 1].exact + (tail.empty() ? "" : " " + tail);
    const Province* before = FindProvince(tail, ProvinceEra::kBefore2025);
    const Province* now = FindProvince(tail, ProvinceEra::kFrom2025);
    if (before == nullptr && now == nullptr) continue;
    old_one = before;
    new_one = now;
  }
  if (old_one == nullptr && new_one == nullptr) return false;
  const auto is_named = [](const Facet& facet, const Province* place) {
    if (place == nullptr) return false;
    const auto ordinal = facet.table->FindVerbatim(place->name);
    return ordinal && std::any_of(facet.named.begin(), facet.named.end(),
                                  [&](const Named& named) {
                                    return named.ordinal == *ordinal;
                                  });
  };
  return !is_named(province_, old_one) && !is_named(province_now_, new_one);
}

double NamedEntities::ShareOfUnits(Xapian::docid docid) {
  const auto ordinals = units_->OrdinalsOf(docid);
  double best = 0;
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    best = std::max(best,
                    ShareOfUnit(ordinals[i]) * (i == 0 ? 1.0 : kFurtherShare));
  }
  return best;
}

double NamedEntities::MatchOf(Xapian::docid docid) {
  return std::max(ShareNamed(province_, docid),
                  ShareNamed(province_now_, docid)) +
         kDocumentFactor * ShareNamed(resolution_, docid) +
         ShareNamed(year_, docid) + ShareOfUnits(docid);
}

}  // namespace tracuu
