#include "indexer/commands/overrides_option.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace tracuu {

void AddOverridesOption(CLI::App* command, std::string* file) {
  command
      ->add_option("--overrides", *file,
                   "Table of corrections that outrank records and text: "
                   "target<tab>facet<tab>value, see docs/operations.md")
      ->type_name("FILE");
}

Status LoadOverrides(const std::string& file, Overrides* overrides) {
  if (file.empty()) return Ok{};
  auto loaded = Overrides::Load(file);
  if (!loaded) return loaded.error();
  *overrides = *std::move(loaded);
  return Ok{};
}

}  // namespace tracuu
