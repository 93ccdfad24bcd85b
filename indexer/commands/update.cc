#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/commands/index_run.h"

namespace tracuu {
namespace {

constexpr const char* kFooter = R"(Examples:
  tracuu-index update --index /srv/tracuu crawl/ --prune
  tracuu-index update --index /srv/tracuu tonight.jsonl.gz
  tracuu-index update --index /srv/tracuu crawl/ --prune --dry-run

Pages whose content is known are not read again; the articles of others are
replaced or added. Articles that no SOURCE holds stay, unless --prune is given:
then the result is that of a build of the same sources. When the program, its
tables or its settings have changed, every page is read again.

Exit code: 0 all indexed, or nothing differs; 1 the same, but some inputs were
rejected; 2 bad usage; 3 nothing published, the served snapshot stays as it
was.)";

}  // namespace

void AddUpdateCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<IndexArguments>();
  arguments->command = "update";
  arguments->is_update = true;
  CLI::App* command = app->add_subcommand(
      "update", "Read only what changed since the served snapshot was made");
  AddIndexOptions(command, arguments.get());
  command->add_flag("--prune", arguments->prune,
                    "Drop articles that no SOURCE holds any more");
  command->add_flag("--dry-run", arguments->dry_run,
                    "Only tell what is new, changed and gone");
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunIndexing(*arguments); });
}

}  // namespace tracuu
