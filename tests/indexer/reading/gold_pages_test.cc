// How well real pages are read, measured against labels made by hand. The
// pages lie beside the project; without them these tests pass.

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/file.h"
#include "common/text/analyze.h"
#include "indexer/reading/read_page.h"
#include "tests/support/shared_data.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

Article ReadTextFile(const std::filesystem::path& path) {
  Result<std::string> bytes = ReadFile(path);
  REQUIRE(bytes);
  Page page;
  page.source = path.filename().string();
  page.id = page.source;
  page.content = *bytes;
  HtmlSandbox sandbox;
  auto read = ReadPage(page, sandbox);
  REQUIRE(std::holds_alternative<Article>(read));
  return std::get<Article>(std::move(read));
}

bool IsSearched(BlockRole role) {
  return role == BlockRole::kTitle || role == BlockRole::kLead ||
         role == BlockRole::kBody || role == BlockRole::kCaption;
}

// The lines whose roles `wanted` accepts.
template <typename Wanted>
std::string TextWhere(const Article& article, Wanted wanted) {
  std::string text;
  for (const Block& block : article.blocks) {
    if (!wanted(block.role)) continue;
    text += std::string_view(article.text)
                .substr(block.begin, block.end - block.begin);
    text += '\n';
  }
  return text;
}

std::string SearchedText(const Article& article) {
  return TextWhere(article, IsSearched);
}

// The strings of a gold row's evidence for `name`, whatever its shape.
void AddStrings(const Json& json, std::vector<std::string>* out) {
  if (json.is_string()) {
    out->push_back(RepairUnicode(json.get<std::string>()));
  } else if (json.is_structured()) {
    for (const Json& child : json) AddStrings(child, out);
  }
}

std::vector<Json> ReadJsonLines(const std::filesystem::path& path) {
  std::vector<Json> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    rows.push_back(Json::parse(line));
  }
  return rows;
}

struct Score {
  int good = 0;
  int all = 0;
  void Count(bool hit) {
    ++all;
    good += hit ? 1 : 0;
  }
  double share() const { return all == 0 ? 1 : double(good) / all; }
};

void ShowBlocks(const Article& article) {
  if (std::getenv("TRACUU_SHOW") == nullptr) return;
  MESSAGE("=== " << article.source << " title: " << article.title);
  for (const Block& block : article.blocks) {
    const std::string_view text =
        std::string_view(article.text)
            .substr(block.begin, block.end - block.begin);
    MESSAGE(std::string(RoleName(block.role)) << ": " << text.substr(0, 300));
  }
}

}  // namespace

TEST_CASE("real pages give the title, the evidence and the stamp of the gold") {
  const std::filesystem::path shared = test::SharedDir();
  if (shared.empty()) return;
  Score titles;
  Score evidence;
  Score places;
  Score stamps;
  for (const Json& gold : ReadJsonLines(shared / "real/gold.jsonl")) {
    const std::string doc = gold.at("doc");
    const Article article = ReadTextFile(shared / "real" / doc);
    ShowBlocks(article);
    if (gold.at("title").is_string()) {
      const std::string want = gold.at("title");
      titles.Count(ExactKey(want) == ExactKey(article.title));
      CHECK_MESSAGE(ExactKey(want) == ExactKey(article.title),
                    doc << "\n  want " << want << "\n  got  " << article.title);
    }
    const std::string searched = SearchedText(article);
    const std::string identity =
        searched + TextWhere(article, [](BlockRole role) {
          return role == BlockRole::kIdentity;
        });
    const std::string stamp = TextWhere(
        article, [](BlockRole role) { return role == BlockRole::kStamp; });
    for (const auto& [name, value] : gold.at("evidence").items()) {
      std::vector<std::string> strings;
      AddStrings(value, &strings);
      for (const std::string& text : strings) {
        bool found = false;
        if (name == "published" || name == "year") {
          found = (name == "year" ? searched + stamp : stamp).find(text) !=
                  std::string::npos;
          stamps.Count(found);
        } else if (name == "provinces") {
          found = identity.find(text) != std::string::npos;
          places.Count(found);
        } else {
          found = searched.find(text) != std::string::npos;
          evidence.Count(found);
        }
        CHECK_MESSAGE(found, doc << " " << name << ": " << text);
      }
    }
  }
  MESSAGE("titles " << titles.good << "/" << titles.all << ", evidence "
                    << evidence.good << "/" << evidence.all << ", places "
                    << places.good << "/" << places.all << ", stamps "
                    << stamps.good << "/" << stamps.all);
  CHECK(titles.share() >= 0.95);
  CHECK(evidence.share() >= 0.98);
}

TEST_CASE("seed pages give the title and the evidence of the gold") {
  const std::filesystem::path shared = test::SharedDir();
  if (shared.empty()) return;
  const Json gold =
      Json::parse(std::ifstream(shared / "seeds/gold_facets.json"));
  for (const Json& seed : gold.at("seeds")) {
    const std::string file = seed.at("file");
    const Article article = ReadTextFile(shared / "seeds" / file);
    ShowBlocks(article);
    const std::string title = seed.at("title").at("value");
    CHECK_MESSAGE(ExactKey(title) == ExactKey(article.title),
                  file << " got " << article.title);
    const std::string text = SearchedText(article);
    const std::string all = TextWhere(
        article, [](BlockRole role) { return role != BlockRole::kChrome; });
    for (const char* name : {"event_date", "resolutions"}) {
      std::vector<std::string> strings;
      const Json& values = seed.at(name);
      for (const Json& value :
           values.is_array() ? values : Json::array({values})) {
        if (value.contains("evidence")) {
          AddStrings(value.at("evidence"), &strings);
        }
      }
      for (const std::string& value : strings) {
        CHECK_MESSAGE(text.find(value) != std::string::npos,
                      file << " " << std::string(name) << ": " << value);
      }
    }
    for (const char* name : {"provinces", "units"}) {
      std::vector<std::string> strings;
      for (const Json& value : seed.at(name)) {
        AddStrings(value.at("evidence"), &strings);
      }
      for (const std::string& value : strings) {
        CHECK_MESSAGE(all.find(value) != std::string::npos,
                      file << " " << std::string(name) << ": " << value);
      }
    }
  }
}

TEST_CASE("the titles that stand in other pages' lists are not searched") {
  const std::filesystem::path shared = test::SharedDir();
  if (shared.empty()) return;
  std::map<std::string, std::string> title_of;
  std::map<std::string, std::string> text_of;
  for (const Json& gold : ReadJsonLines(shared / "real/gold.jsonl")) {
    const std::string doc = gold.at("doc");
    title_of[doc] =
        gold.at("title").is_string() ? gold.at("title").get<std::string>() : "";
    text_of[doc] = ExactKey(SearchedText(ReadTextFile(shared / "real" / doc)));
  }
  for (const Json& query : ReadJsonLines(shared / "real/queries.jsonl")) {
    for (const Json& doc : query.at("must_not")) {
      for (const auto& [relevant, grade] : query.at("relevant").items()) {
        if (grade.get<int>() < 3 || title_of[relevant].empty()) continue;
        CHECK_MESSAGE(text_of[doc].find(ExactKey(title_of[relevant])) ==
                          std::string::npos,
                      query.at("id") << ": " << doc.get<std::string>());
      }
    }
  }
}

}  // namespace tracuu
