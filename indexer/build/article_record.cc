#include "indexer/build/article_record.h"

#include <algorithm>

#include "common/index/spellings.h"
#include "indexer/build/varint.h"

namespace tracuu {
namespace {

// Appends the tokens of `block`, moving `*next` past them. Tokens and blocks
// are both in text order.
void AddRun(const Block& block, const Analysis& analysis, std::size_t* next,
            Vocabulary* vocabulary, ArticleRecord* record) {
  const std::vector<Token>& tokens = analysis.tokens;
  while (*next < tokens.size() && tokens[*next].begin < block.begin) ++*next;
  TokenRun run;
  run.role = block.role;
  for (; *next < tokens.size() && tokens[*next].end <= block.end; ++*next) {
    const Token& token = tokens[*next];
    const std::uint32_t number = vocabulary->exact.Intern(token.exact);
    if (number == vocabulary->folded_of_exact.size()) {
      vocabulary->folded_of_exact.push_back(
          vocabulary->folded.Intern(token.folded));
    }
    run.tokens.push_back(number);
  }
  if (!run.tokens.empty()) record->runs.push_back(std::move(run));
}

// The same for the spans that lie in `block` as a whole.
void AddSpans(const Block& block, const Analysis& analysis, std::size_t* next,
              ArticleRecord* record) {
  const std::vector<Span>& spans = analysis.spans;
  for (; *next < spans.size() && spans[*next].begin < block.end; ++*next) {
    const Span& span = spans[*next];
    if (span.begin < block.begin || span.end > block.end) continue;
    auto& list = span.kind == SpanKind::kDocumentSymbol ? record->symbols
                                                        : record->dates;
    list.push_back(span.canonical);
  }
}

void Clean(std::string* value) {
  std::replace(value->begin(), value->end(), '\n', ' ');
}

void Clean(std::vector<FacetValue>* values) {
  for (FacetValue& value : *values) Clean(&value.value);
  std::erase_if(*values, [](const auto& v) { return v.value.empty(); });
}

void Clean(std::optional<FacetValue>* value) {
  if (!*value) return;
  Clean(&(*value)->value);
  if ((*value)->value.empty()) value->reset();
}

std::vector<std::string> Names(const std::vector<FacetValue>& values) {
  std::vector<std::string> names;
  for (const FacetValue& value : values) names.push_back(value.value);
  return names;
}

std::vector<std::string> Names(const std::optional<FacetValue>& value) {
  if (!value) return {};
  return {value->value};
}

std::vector<std::string> Names(const std::vector<UnitValue>& units) {
  std::vector<std::string> names;
  for (const UnitValue& unit : units) names.push_back(unit.name);
  return names;
}

std::vector<std::string> LevelOf(const std::vector<UnitValue>& units) {
  if (units.empty() || units.front().level.empty()) return {};
  return {units.front().level};
}

void AddSpellings(const Article& article, Vocabulary* vocabulary,
                  ArticleRecord* record) {
  for (const FacetValue& cited : article.facets.resolutions) {
    const auto value =
        vocabulary->facet_values[kResolutionFacet].Intern(cited.value);
    for (const Evidence& evidence : cited.evidence) {
      if (evidence.kind != EvidenceKind::kText) continue;
      const auto passage =
          std::string_view(article.text)
              .substr(evidence.begin, evidence.end - evidence.begin);
      record->cited.push_back(
          {value, vocabulary->spellings.Intern(CleanSpelling(passage))});
    }
  }
}

void EncodeNumbers(const std::vector<std::uint32_t>& numbers,
                   std::string* bytes) {
  AppendVarint(numbers.size(), bytes);
  for (const std::uint32_t number : numbers) AppendVarint(number, bytes);
}

void EncodeTexts(const std::vector<std::string>& texts, std::string* bytes) {
  AppendVarint(texts.size(), bytes);
  for (const std::string& text : texts) {
    AppendVarint(text.size(), bytes);
    *bytes += text;
  }
}

std::vector<std::uint32_t> DecodeNumbers(VarintReader* reader) {
  // No more numbers than bytes left, whatever the length claims.
  const std::size_t count = std::min(reader->Next(), reader->left());
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t& number : numbers) {
    number = static_cast<std::uint32_t>(reader->Next());
  }
  return numbers;
}

std::vector<std::string> DecodeTexts(VarintReader* reader) {
  std::vector<std::string> texts(std::min(reader->Next(), reader->left()));
  for (std::string& text : texts) text = reader->Bytes(reader->Next());
  return texts;
}

}  // namespace

bool IsSearched(BlockRole role) {
  return role == BlockRole::kTitle || role == BlockRole::kLead ||
         role == BlockRole::kBody || role == BlockRole::kCaption;
}

void CleanFacetValues(Facets* facets) {
  Clean(&facets->year);
  Clean(&facets->provinces);
  Clean(&facets->provinces_now);
  for (UnitValue& unit : facets->units) {
    Clean(&unit.name);
    Clean(&unit.level);
  }
  std::erase_if(facets->units, [](const auto& u) { return u.name.empty(); });
  Clean(&facets->resolutions);
  Clean(&facets->host);
}

std::vector<std::string> FacetValuesOf(const Facets& facets,
                                       std::string_view field_name) {
  if (field_name == "province") return Names(facets.provinces);
  if (field_name == "province_now") return Names(facets.provinces_now);
  if (field_name == "unit") return Names(facets.units);
  if (field_name == "unit_level") return LevelOf(facets.units);
  if (field_name == "year") return Names(facets.year);
  if (field_name == "resolution") return Names(facets.resolutions);
  if (field_name == "host") return Names(facets.host);
  return {};
}

ArticleRecord MakeRecord(const Article& article, const Analysis& analysis,
                         Vocabulary* vocabulary) {
  ArticleRecord record;
  std::size_t next_token = 0;
  std::size_t next_span = 0;
  for (const Block& block : article.blocks) {
    if (!IsSearched(block.role)) continue;
    AddRun(block, analysis, &next_token, vocabulary, &record);
    AddSpans(block, analysis, &next_span, &record);
  }
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    std::vector<std::uint32_t>& numbers = record.facets[facet];
    for (const std::string& value :
         FacetValuesOf(article.facets, kFacetFields[facet].name)) {
      const auto number = vocabulary->facet_values[facet].Intern(value);
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
        numbers.push_back(number);
      }
    }
  }
  AddSpellings(article, vocabulary, &record);
  return record;
}

std::string EncodeRecord(const ArticleRecord& record) {
  std::string bytes;
  AppendVarint(record.runs.size(), &bytes);
  for (const TokenRun& run : record.runs) {
    AppendVarint(static_cast<std::uint64_t>(run.role), &bytes);
    EncodeNumbers(run.tokens, &bytes);
  }
  EncodeTexts(record.symbols, &bytes);
  EncodeTexts(record.dates, &bytes);
  for (const auto& numbers : record.facets) EncodeNumbers(numbers, &bytes);
  AppendVarint(record.cited.size(), &bytes);
  for (const CitedAs& cited : record.cited) {
    AppendVarint(cited.value, &bytes);
    AppendVarint(cited.spelling, &bytes);
  }
  return bytes;
}

std::optional<ArticleRecord> DecodeRecord(std::string_view bytes) {
  VarintReader reader(bytes);
  ArticleRecord record;
  record.runs.resize(std::min(reader.Next(), reader.left()));
  for (TokenRun& run : record.runs) {
    const std::uint64_t role = reader.Next();
    if (role > static_cast<std::uint64_t>(BlockRole::kChrome)) {
      return std::nullopt;
    }
    run.role = static_cast<BlockRole>(role);
    run.tokens = DecodeNumbers(&reader);
  }
  record.symbols = DecodeTexts(&reader);
  record.dates = DecodeTexts(&reader);
  for (auto& numbers : record.facets) numbers = DecodeNumbers(&reader);
  record.cited.resize(std::min(reader.Next(), reader.left()));
  for (CitedAs& cited : record.cited) {
    cited.value = static_cast<std::uint32_t>(reader.Next());
    cited.spelling = static_cast<std::uint32_t>(reader.Next());
  }
  if (reader.failed() || reader.left() != 0) return std::nullopt;
  return record;
}

}  // namespace tracuu
