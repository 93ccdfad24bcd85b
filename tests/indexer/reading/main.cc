#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "indexer/reading/html_sandbox.h"

int main(int argc, char** argv) {
  if (argc > 1 && argv[1] == tracuu::kHtmlChildArgument) {
    return tracuu::RunHtmlChild();
  }
  return doctest::Context(argc, argv).run();
}
