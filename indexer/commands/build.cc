#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/commands/index_run.h"

namespace tracuu {
namespace {

constexpr const char* kFooter = R"(Examples:
  tracuu-index build --index /srv/tracuu crawl/
  tracuu-index build --index /srv/tracuu news.jsonl.gz old-pages/ --json

A run that was killed goes on from where it was when it is started again as
before, unless the machine was restarted in between.

Exit code: 0 all indexed; 1 published, but some inputs were rejected (see
rejected.jsonl of the snapshot); 2 bad usage; 3 nothing published, the served
snapshot stays as it was.)";

}  // namespace

void AddBuildCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<IndexArguments>();
  arguments->command = "build";
  CLI::App* command = app->add_subcommand(
      "build", "Index a whole crawl and publish it as a new snapshot");
  AddIndexOptions(command, arguments.get());
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunIndexing(*arguments); });
}

}  // namespace tracuu
