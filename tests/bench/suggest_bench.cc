// What a page asks for besides searches: completions at every keystroke, and
// articles similar to the one that is read.
//
//   suggest_bench INDEX [ARTICLES]     (default 200)
//
// The titles of ARTICLES from all over the index are typed letter by letter, a
// third of them with their marks and the others without, up to the end of the
// fifth syllable; then the similar articles of each are asked for. Prints CPU
// milliseconds of the thread as Markdown.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "common/index/article_codec.h"
#include "common/text/analyze.h"
#include "server/search/similar.h"
#include "server/search/suggester.h"
#include "tests/bench/bench_query.h"

namespace tracuu::bench {
namespace {

constexpr std::size_t kSyllables = 5;

struct Times {
  const char* what;
  std::vector<double> milliseconds;
};

template <typename Work>
void Measure(const Work& work, Times* times) {
  const double start = ThreadCpuSeconds();
  work();
  times->milliseconds.push_back((ThreadCpuSeconds() - start) * 1000);
}

void Print(Times times) {
  auto& ms = times.milliseconds;
  if (ms.empty()) return;
  std::sort(ms.begin(), ms.end());
  const auto at = [&](double share) {
    return ms[static_cast<std::size_t>(share *
                                       static_cast<double>(ms.size() - 1))];
  };
  std::printf("| %s | %zu | %.2f | %.2f | %.2f | %.2f |\n", times.what,
              ms.size(), at(0.5), at(0.95), at(0.99), ms.back());
}

std::vector<Article> ArticlesOf(const Snapshot& snapshot, std::uint32_t count) {
  const auto database = snapshot.Borrow();
  const std::uint32_t step =
      std::max<std::uint32_t>(1, snapshot.documents() / count);
  std::vector<Article> articles;
  for (std::uint32_t docid = 1;
       docid <= snapshot.documents() && articles.size() < count;
       docid += step) {
    auto article = database->Fetch(docid);
    if (article && !article->title.empty()) {
      articles.push_back(*std::move(article));
    }
  }
  return articles;
}

// Every prefix of the title's first syllables that ends with a letter.
std::vector<std::string> Keystrokes(const std::string& title, bool marked) {
  std::string text;
  const Analysis analysis = Analyze(title);
  for (std::size_t i = 0; i < analysis.tokens.size() && i < kSyllables; ++i) {
    const Token& token = analysis.tokens[i];
    text += (text.empty() ? "" : " ") + (marked ? token.exact : token.folded);
  }
  std::vector<std::string> typed;
  for (std::size_t end = 1; end <= text.size(); ++end) {
    const bool inside_letter = end < text.size() && (text[end] & 0xC0) == 0x80;
    if (inside_letter || text[end - 1] == ' ') continue;
    typed.push_back(text.substr(0, end));
  }
  return typed;
}

int Run(const char* index, std::uint32_t count) {
  const auto snapshot = Snapshot::Open(index, VerifyDepth::kSizes);
  if (!snapshot) {
    std::cerr << snapshot.error().message << "\n";
    return 1;
  }
  const Limits limits;
  Times first{"completions, first keystroke of a title", {}};
  Times later{"completions, every further keystroke", {}};
  Times similar{"similar articles", {}};
  const std::vector<Article> articles = ArticlesOf(**snapshot, count);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Times* times = &first;
    for (const auto& typed : Keystrokes(articles[i].title, i % 3 == 0)) {
      Measure(
          [&] { static_cast<void>(Suggest(**snapshot, typed, true, limits)); },
          times);
      times = &later;
    }
  }
  for (const Article& article : articles) {
    Measure(
        [&] {
          static_cast<void>(FindSimilar(**snapshot, article.id,
                                        limits.default_similar, limits));
        },
        &similar);
  }
  std::printf("%u articles\n\n", (*snapshot)->documents());
  std::printf("| CPU ms | asked | p50 | p95 | p99 | worst |\n");
  std::printf("| --- | --- | --- | --- | --- | --- |\n");
  for (const Times& times : {first, later, similar}) Print(times);
  return 0;
}

}  // namespace
}  // namespace tracuu::bench

int main(int argc, char** argv) {
  const int count = argc == 3 ? std::atoi(argv[2]) : 200;
  if (argc < 2 || argc > 3 || count < 1) {
    std::cerr << "usage: suggest_bench INDEX [ARTICLES]\n";
    return 2;
  }
  return tracuu::bench::Run(argv[1], static_cast<std::uint32_t>(count));
}
