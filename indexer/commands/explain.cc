#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/log.h"
#include "common/text/analyze.h"
#include "indexer/commands/article_json.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/overrides_option.h"
#include "indexer/readers/reader.h"
#include "indexer/reading/read_page.h"

namespace tracuu {
namespace {

constexpr const char* kFooter = R"(Examples:
  tracuu-index explain page.html --pretty
  tracuu-index explain crawl/ | jq 'select(.year == null) | .source'

Each line of output is one JSON object. Ranges ("start", "end") count code
points of "text", from 0, the end exclusive. Rejected inputs are told on
standard error.

Exit code: 0 all read; 1 some inputs were rejected; 2 bad usage; 3 nothing
could be read.)";

struct Arguments {
  std::vector<std::string> sources;
  bool pretty = false;
  std::string overrides_file;
};

// Prints pages as they are read. Remembers whether any was rejected.
class Explainer {
 public:
  Explainer(bool pretty, Overrides overrides)
      : pretty_(pretty), overrides_(std::move(overrides)) {}

  // Returns early when nobody reads the output any more.
  void Explain(const InputFile& input) {
    const std::unique_ptr<Reader> reader = OpenReader(input, ReadLimits());
    while (std::ferror(stdout) == 0) {
      ReadStep step = reader->Next();
      if (std::holds_alternative<EndOfInput>(step)) return;
      if (auto* rejection = std::get_if<Rejection>(&step)) {
        Reject(*rejection);
      } else {
        Explain(std::move(std::get<Page>(step)));
      }
    }
  }

  void Reject(const Rejection& rejection) {
    any_rejected_ = true;
    std::fprintf(stderr, "rejected %s at byte %llu: %s: %s",
                 Printable(rejection.source).c_str(),
                 static_cast<unsigned long long>(rejection.offset),
                 rejection.code.c_str(), Printable(rejection.message).c_str());
    if (!rejection.hint.empty()) {
      std::fprintf(stderr, " (%s)", Printable(rejection.hint).c_str());
    }
    std::fputc('\n', stderr);
  }

  int exit_code() const {
    return any_rejected_ ? kExitSomeRejected : kExitDone;
  }

 private:
  void Explain(Page page) {
    auto read = ReadPage(std::move(page), sandbox_);
    if (auto* rejection = std::get_if<Rejection>(&read)) {
      return Reject(*rejection);
    }
    Article& article = std::get<Article>(read);
    article.facets =
        ExtractWithOverrides(overrides_, Analyze(article.text), &article);
    std::puts(pretty_
                  ? ArticleToText(article).c_str()
                  : ArticleToJson(article)
                        .dump(-1, ' ', false,
                              nlohmann::ordered_json::error_handler_t::replace)
                        .c_str());
  }

  const bool pretty_;
  const Overrides overrides_;
  bool any_rejected_ = false;
  HtmlSandbox sandbox_;
};

int RunExplain(const Arguments& arguments) {
  Overrides overrides;
  if (const Status loaded = LoadOverrides(arguments.overrides_file, &overrides);
      !loaded) {
    ReportError(loaded.error());
    return kExitBadUsage;
  }
  const Result<InputList> inputs = ListInputs(arguments.sources);
  if (!inputs) return ReportError(inputs.error());
  Explainer explainer(arguments.pretty, std::move(overrides));
  for (const Rejection& rejection : inputs->rejected) {
    explainer.Reject(rejection);
  }
  for (const InputFile& input : inputs->files) explainer.Explain(input);
  return explainer.exit_code();
}

}  // namespace

void AddExplainCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app->add_subcommand(
      "explain", "Show how pages are read: text, dates, facets, evidence");
  command
      ->add_option("SOURCE", arguments->sources,
                   "Files or folders, as for build; no index is touched")
      ->type_name("")
      ->required();
  command->add_flag("--pretty", arguments->pretty,
                    "Print for people instead of JSON lines");
  AddOverridesOption(command, &arguments->overrides_file);
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunExplain(*arguments); });
}

}  // namespace tracuu
