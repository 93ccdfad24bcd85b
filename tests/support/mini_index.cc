#include "tests/support/mini_index.h"

#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "common/domain/article.h"
#include "common/index/article_codec.h"
#include "common/index/copies_file.h"
#include "common/index/forward_writer.h"
#include "common/index/manifest.h"
#include "common/index/neighbours.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/spellings.h"
#include "common/index/terms.h"
#include "common/index/token_units.h"
#include "common/text/analyze.h"

namespace tracuu::test {
namespace {

using Clusters = std::map<std::string, std::string>;

struct Lists {
  std::set<std::string> frequent;
  std::map<std::string, std::vector<std::string>, std::less<>> values;
};

constexpr std::int64_t kUndated = -1'000'000'000;

void Require(const Status& status) {
  if (!status) throw std::runtime_error(status.error().message);
}

std::int64_t DayOf(const Article& article) {
  return article.facets.published ? ToDayNumber(article.facets.published->date)
                                  : kUndated;
}

std::vector<std::pair<BlockRole, Analysis>> RunsOf(const Article& article) {
  std::vector<std::pair<BlockRole, Analysis>> runs;
  for (const Block& block : article.blocks) {
    runs.emplace_back(
        block.role, Analyze(std::string_view(article.text)
                                .substr(block.begin, block.end - block.begin)));
  }
  return runs;
}

Lists CollectLists(const std::vector<Article>& articles) {
  Lists lists;
  std::map<std::string, std::size_t> exact;
  std::map<std::string, std::set<std::string>> values;
  for (const Article& article : articles) {
    std::set<std::string> e;
    for (const auto& [role, analysis] : RunsOf(article)) {
      for (const Token& token : analysis.tokens) {
        e.insert(token.exact);
      }
    }
    for (const auto& form : e) ++exact[form];
    for (const Field& field : kFields) {
      for (auto& value : FacetValuesOf(article, field.name)) {
        values[std::string(field.name)].insert(value);
      }
    }
  }
  const double least = kFrequentShare * static_cast<double>(articles.size());
  for (const auto& [form, n] : exact) {
    if (static_cast<double>(n) > least) lists.frequent.insert(form);
  }
  for (const auto& [name, set] : values) {
    lists.values[name].assign(set.begin(), set.end());
  }
  return lists;
}

void AddPair(const Token& first, const Token& second, const Lists& lists,
             Xapian::Document* document) {
  if (lists.frequent.contains(first.exact) &&
      lists.frequent.contains(second.exact)) {
    document->add_term(
        MakePairTerm(FieldNamed("pair"), first.exact, second.exact));
  }
}

void AddText(const Article& article, const Lists& lists,
             Xapian::Document* document) {
  for (const auto& [role, analysis] : RunsOf(article)) {
    const bool title = role == BlockRole::kTitle;
    const Xapian::termcount weight = title ? kTitleWeight : 1;
    const Token* last = nullptr;
    for (const Token& token : analysis.tokens) {
      document->add_term(MakeTerm(FieldNamed("exact"), token.exact), weight);
      document->add_term(MakeTerm(FieldNamed("folded"), token.folded), weight);
      if (title) {
        document->add_term(MakeTerm(FieldNamed("title"), token.exact));
        document->add_term(MakeTerm(FieldNamed("folded_title"), token.folded));
      }
      if (last != nullptr) AddPair(*last, token, lists, document);
      last = &token;
    }
    for (const Span& span : analysis.spans) {
      const bool symbol = span.kind == SpanKind::kDocumentSymbol;
      document->add_term(MakeTerm(
          symbol ? FieldNamed("symbol") : FieldNamed("date"), span.canonical));
    }
  }
}

void AddFacets(const Article& article, const Lists& lists,
               Xapian::Document* document) {
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kFacet) continue;
    std::vector<std::uint32_t> ordinals;
    for (const std::string& value : FacetValuesOf(article, field.name)) {
      const auto& all = lists.values.find(field.name)->second;
      ordinals.push_back(static_cast<std::uint32_t>(
          std::lower_bound(all.begin(), all.end(), value) - all.begin()));
      document->add_boolean_term(MakeTerm(field, value));
    }
    if (!ordinals.empty()) {
      document->add_value(static_cast<Xapian::valueno>(field.slot),
                          EncodeOrdinals(ordinals));
    }
  }
  if (DayOf(article) != kUndated) {
    document->add_value(
        static_cast<Xapian::valueno>(FieldNamed("day").slot),
        Xapian::sortable_serialise(static_cast<double>(DayOf(article))));
  }
}

void WriteForwardIndex(const std::vector<Article>& articles,
                       const std::filesystem::path& path) {
  std::map<std::string, ForwardWord> words;
  for (const Article& article : articles) {
    std::set<std::string> seen;
    for (const auto& [role, analysis] : RunsOf(article)) {
      for (const Token& token : analysis.tokens) {
        if (!seen.insert(token.exact).second) continue;
        ForwardWord& word = words[token.exact];
        word = {token.exact, token.folded, word.articles + 1};
      }
    }
  }
  std::vector<ForwardWord> sorted;
  for (auto& [exact, word] : words) sorted.push_back(word);
  SortForwardWords(&sorted);
  std::map<std::string, std::uint32_t> numbers;
  for (const ForwardWord& word : sorted) {
    numbers.emplace(word.exact, static_cast<std::uint32_t>(numbers.size()));
  }
  auto writer = ForwardWriter::Create(path, sorted);
  if (!writer) throw std::runtime_error(writer.error().message);
  for (const Article& article : articles) {
    std::vector<std::uint16_t> units;
    for (const auto& [role, analysis] : RunsOf(article)) {
      AppendRole(role, &units);
      for (const Token& token : analysis.tokens) {
        AppendWord(numbers[token.exact], &units);
      }
    }
    const auto count = static_cast<std::uint32_t>(units.size());
    Require(writer->Append({&count, 1}, units));
  }
  Require(writer->Finish());
}

NeighbourCounts CountNeighbours(const std::vector<Article>& articles) {
  std::map<std::string, std::uint64_t> syllables;
  std::map<std::pair<std::string, std::string>, std::uint64_t> pairs;
  for (const Article& article : articles) {
    const auto tokens = Analyze(article.text).tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      ++syllables[tokens[i].exact];
      if (i > 0) ++pairs[{tokens[i - 1].exact, tokens[i].exact}];
    }
  }
  NeighbourCounts counts;
  std::map<std::string, std::uint32_t> places;
  for (const auto& [form, count] : syllables) {
    places[form] = static_cast<std::uint32_t>(counts.syllables.size());
    counts.syllables.emplace_back(form, count);
  }
  for (const auto& [pair, count] : pairs) {
    counts.pairs.push_back({places[pair.first], places[pair.second], count});
  }
  return counts;
}

std::vector<SpellingsOfValue> CountSpellings(
    const std::vector<Article>& articles) {
  std::map<std::string, std::map<std::string, std::uint64_t>> counts;
  for (const Article& article : articles) {
    for (const FacetValue& cited : article.facets.resolutions) {
      for (const Evidence& evidence : cited.evidence) {
        if (evidence.kind != EvidenceKind::kText) continue;
        ++counts[cited.value][CleanSpelling(
            std::string_view(article.text)
                .substr(evidence.begin, evidence.end - evidence.begin))];
      }
    }
  }
  std::vector<SpellingsOfValue> all;
  for (const auto& [value, spellings] : counts) {
    SpellingsOfValue of{value, {}, 0};
    for (const auto& [text, count] : spellings) {
      of.spellings.push_back({text, count});
    }
    all.push_back(of);
  }
  return all;
}

std::vector<ClusterMember> NumberClusters(const std::vector<Article>& articles,
                                          const Clusters& clusters) {
  std::map<std::string, std::uint32_t> numbers;  // By name.
  std::vector<ClusterMember> members;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto name = clusters.find(articles[i].id);
    if (name == clusters.end()) continue;
    const auto next = static_cast<std::uint32_t>(numbers.size()) + 1;
    members.push_back({static_cast<std::uint32_t>(i) + 1,
                       numbers.emplace(name->second, next).first->second});
  }
  return members;
}

void Write(const std::vector<Article>& articles, const Clusters& clusters,
           const std::filesystem::path& snapshot) {
  const Lists lists = CollectLists(articles);
  const TempDir work;
  Xapian::WritableDatabase database((work.path() / "db").string(),
                                    Xapian::DB_CREATE);
  for (const Article& article : articles) {
    Xapian::Document document;
    document.set_data(EncodeArticle(article));
    document.add_boolean_term(MakeTerm(FieldNamed("id"), article.id));
    AddText(article, lists, &document);
    AddFacets(article, lists, &document);
    database.add_document(document);
  }
  const auto lines = [](const std::set<std::string>& set) {
    return JoinLines({set.begin(), set.end()});
  };
  database.set_metadata(std::string(kMetaFrequent), lines(lists.frequent));
  for (const auto& [name, values] : lists.values) {
    database.set_metadata(std::string(kMetaFacetPrefix) + name,
                          JoinLines(values));
  }
  WriteForwardIndex(articles, snapshot / kForwardFile);
  Require(ReplaceFile(snapshot / kNeighboursFile,
                      FormatNeighbours(CountNeighbours(articles))));
  Require(ReplaceFile(snapshot / kSpellingsFile,
                      FormatSpellings(CountSpellings(articles))));
  Require(
      WriteCopies(snapshot / kCopiesFile, NumberClusters(articles, clusters)));
  database.commit();
  database.compact((snapshot / kDatabaseFile).string(),
                   Xapian::DBCOMPACT_SINGLE_FILE);
}

void WriteManifest(std::size_t documents, const std::string& id,
                   const std::filesystem::path& snapshot) {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.analyzer = std::string(kAnalyzerVersion);
  manifest.tables = std::string(64, '0');
  manifest.id = id;
  manifest.created = "2026-01-01T00:00:00Z";
  manifest.program = "mini-index";
  manifest.documents = documents;
  manifest.content_digest = std::string(64, '0');
  for (const std::string_view name :
       {kDatabaseFile, kForwardFile, kNeighboursFile, kSpellingsFile,
        kCopiesFile}) {
    const auto path = snapshot / name;
    manifest.files.push_back({std::string(name),
                              std::filesystem::file_size(path),
                              *Sha256OfFile(path)});
  }
  Require(ReplaceFile(snapshot / kManifestFile, FormatManifest(manifest)));
}

}  // namespace

FacetValue Stated(const std::string& value) {
  Evidence evidence;
  evidence.kind = EvidenceKind::kRecord;
  evidence.rule = "test";
  return {value, "", {evidence}};
}

Article MakeArticle(const ArticleSpec& spec) {
  Article article;
  article.id = spec.id;
  article.source = "test/" + spec.id + ".txt";
  article.host = spec.host;
  article.title = spec.title;
  article.text = spec.title + "\n" + spec.body;
  const auto title_end = static_cast<std::uint32_t>(spec.title.size());
  article.blocks = {{BlockRole::kTitle, 0, title_end},
                    {BlockRole::kBody, title_end + 1,
                     static_cast<std::uint32_t>(article.text.size())}};
  Facets& facets = article.facets;
  if (const auto date = ParseIso(spec.date)) {
    DateValue value;
    value.date = *date;
    value.evidence = Stated("").evidence.front();
    facets.published = value;
    facets.year = Stated(std::to_string(date->year));
  }
  for (const auto& name : spec.provinces) {
    facets.provinces.push_back(Stated(name));
  }
  for (const auto& name : spec.units) {
    facets.units.push_back(
        {name, spec.unit_level, "cap-uy", "", Stated("").evidence});
  }
  for (const auto& value : spec.resolutions) {
    facets.resolutions.push_back(Stated(value));
  }
  if (!spec.host.empty()) facets.host = Stated(spec.host);
  return article;
}

std::vector<std::string> FacetValuesOf(const Article& article,
                                       std::string_view facet) {
  const Facets& facets = article.facets;
  std::vector<std::string> values;
  const auto all = [&](const std::vector<FacetValue>& list) {
    for (const FacetValue& value : list) values.push_back(value.value);
  };
  const auto one = [&](const std::optional<FacetValue>& value) {
    if (value) values.push_back(value->value);
  };
  if (facet == "province") all(facets.provinces);
  if (facet == "province_now") all(facets.provinces_now);
  if (facet == "unit") {
    for (const UnitValue& unit : facets.units) values.push_back(unit.name);
  }
  if (facet == "unit_level" && !facets.units.empty() &&
      !facets.units[0].level.empty()) {
    values.push_back(facets.units[0].level);
  }
  if (facet == "year") one(facets.year);
  if (facet == "resolution") all(facets.resolutions);
  if (facet == "host") one(facets.host);
  return values;
}

std::string MiniIndex::Publish(const std::vector<ArticleSpec>& specs) {
  std::vector<Article> articles;
  clusters_.clear();
  for (const ArticleSpec& spec : specs) {
    articles.push_back(MakeArticle(spec));
    if (!spec.cluster.empty()) clusters_[spec.id] = spec.cluster;
  }
  return PublishArticles(std::move(articles));
}

std::string MiniIndex::PublishArticles(std::vector<Article> articles) {
  std::sort(articles.begin(), articles.end(),
            [](const Article& a, const Article& b) {
              return std::make_tuple(-DayOf(a), a.id) <
                     std::make_tuple(-DayOf(b), b.id);
            });
  char id[32];
  std::snprintf(id, sizeof(id), "20260101T%06dZ-%04x", next_, next_);
  ++next_;
  const IndexPaths paths(dir_.path());
  const auto snapshot = paths.snapshot(id);
  std::filesystem::create_directories(snapshot);
  Write(articles, clusters_, snapshot);
  WriteManifest(articles.size(), id, snapshot);
  Require(ReplaceFile(paths.current(), std::string(id) + "\n"));
  return id;
}

}  // namespace tracuu::test
