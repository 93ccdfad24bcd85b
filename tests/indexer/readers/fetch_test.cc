#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/readers/reader.h"
#include "tests/indexer/readers/support/documents.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/indexer/readers/support/warc.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// One of each kind, with good pages and bad ones.
std::vector<InputFile> WriteInputs(const fs::path& dir) {
  const std::string article =
      test::Docx("<w:p><w:r><w:t>Hội nghị quán triệt</w:t></w:r></w:p>");
  const std::pair<std::string, std::string> files[] = {
      {"a.txt", "Đảng bộ tỉnh"},
      {"bad.txt", std::string(50, '\xFF')},
      {"a.html", "<p>Chi bộ</p>"},
      {"a.jsonl",
       "\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"một\"}\n{broken\n"
       "{\"url\":\"https://x.example/2\",\"text\":\"hai\"}\n"},
      {"a.warc", test::Response("https://x.example/3", "<p>ba</p>") +
                     test::Response("https://x.example/4",
                                    "<p>" + std::string(60, '\xFF') + "</p>") +
                     test::Response("https://x.example/5", "<p>năm</p>")},
      {"a.docx", article},
      {"bad.docx", "PK nothing"},
  };
  std::vector<InputFile> inputs;
  for (const auto& [name, bytes] : files) {
    test::WriteFile(dir / name, bytes);
    inputs.push_back({dir / name, "docs/" + name, bytes.size()});
  }
  return inputs;
}

std::string Describe(const std::variant<Page, Rejection>& read) {
  if (const auto* rejection = std::get_if<Rejection>(&read)) {
    return rejection->source + " at " + std::to_string(rejection->offset) +
           ": " + rejection->code + ": " + rejection->message;
  }
  const Page& page = std::get<Page>(read);
  return page.source + " " + page.id + " " + page.url + " " +
         page.stated.fetched_at.value_or("") +
         (page.format == PageFormat::kHtml ? " html " : " text ") +
         page.content;
}

std::vector<std::string> ReadInOrder(const std::vector<InputFile>& inputs) {
  std::vector<std::string> read;
  for (const InputFile& input : inputs) {
    const auto reader = OpenReader(input, {});
    for (;;) {
      ReadStep step = reader->Next();
      if (auto* page = std::get_if<Page>(&step)) {
        read.push_back(Describe(std::move(*page)));
      } else if (auto* rejection = std::get_if<Rejection>(&step)) {
        read.push_back(Describe(std::move(*rejection)));
      } else {
        break;
      }
    }
  }
  return read;
}

std::size_t OpenDescriptors() {
  return static_cast<std::size_t>(std::distance(
      fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("what is fetched can be finished in any order, without the reader") {
  const test::TempDir dir;
  const std::vector<InputFile> inputs = WriteInputs(dir.path());
  std::vector<FetchedPage> fetched;
  std::vector<std::string> read;
  for (const InputFile& input : inputs) {
    const auto reader = OpenReader(input, {});
    for (;;) {
      FetchStep step = reader->Fetch();
      if (std::holds_alternative<EndOfInput>(step)) break;
      if (auto* page = std::get_if<FetchedPage>(&step)) {
        CHECK(page->source.starts_with(input.source));
        CHECK(page->bytes > 0);
        fetched.push_back(std::move(*page));
      } else {
        read.push_back(Describe(std::get<Rejection>(std::move(step))));
      }
    }
  }
  std::reverse(fetched.begin(), fetched.end());
  for (const FetchedPage& page : fetched) {
    read.push_back(Describe(page.finish()));
  }
  std::vector<std::string> expected = ReadInOrder(inputs);
  CHECK(expected.size() == 11);
  std::sort(expected.begin(), expected.end());
  std::sort(read.begin(), read.end());
  CHECK(read == expected);
}

TEST_CASE("documents wait without holding a descriptor each") {
  const test::TempDir dir;
  const std::vector<InputFile> inputs = WriteInputs(dir.path());
  const std::size_t before = OpenDescriptors();
  std::vector<FetchedPage> waiting;
  for (int i = 0; i < 100; ++i) {
    for (const InputFile& input : inputs) {
      FetchStep step = OpenReader(input, {})->Fetch();
      waiting.push_back(std::get<FetchedPage>(std::move(step)));
    }
  }
  CHECK(OpenDescriptors() == before);
}

}  // namespace tracuu
