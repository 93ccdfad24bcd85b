// Feeds every file of the folders (or every file) named on the command line to
// a fuzzer's entry point, in builds without libFuzzer, and some changed copies
// of each: a short run of the fuzzer that is the same every time.
//
//   warc_fuzz [-changed=COPIES] [-last=FILE] SEEDS…
//
// Before each run the input is written to FILE, which is removed at the end:
// after a crash it is the input that did it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = std::size_t{64} << 10;

struct Options {
  int changed = 0;
  fs::path last;
  std::vector<fs::path> seeds;
};

Options ReadOptions(int argc, char** argv) {
  constexpr std::string_view kChanged = "-changed=";
  constexpr std::string_view kLast = "-last=";
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with(kChanged)) {
      options.changed = std::atoi(argv[i] + kChanged.size());
    } else if (word.starts_with(kLast)) {
      options.last = word.substr(kLast.size());
    } else if (!fs::is_directory(word)) {
      options.seeds.emplace_back(word);
    } else {
      for (const auto& entry : fs::recursive_directory_iterator(word)) {
        if (entry.is_regular_file()) options.seeds.push_back(entry.path());
      }
    }
  }
  std::sort(options.seeds.begin(), options.seeds.end());
  return options;
}

class Changer {
 public:
  explicit Changer(const std::vector<std::string>& inputs) : inputs_(inputs) {}

  // `input` with one to eight changes.
  std::string Change(std::string input) {
    for (std::size_t n = Below(8) + 1; n > 0; --n) ChangeOnce(&input);
    input.resize(std::min(input.size(), kMaxBytes));
    return input;
  }

 private:
  // Less than `bound`, and 0 for 0. By hand: the standard's distributions are
  // not the same everywhere.
  std::size_t Below(std::size_t bound) {
    return bound == 0 ? 0 : random_() % bound;
  }

  void ChangeOnce(std::string* input) {
    const std::size_t at = Below(input->size());
    const std::size_t size = Below(
        std::min<std::size_t>(input->size() - at, std::size_t{1} << Below(12)));
    switch (Below(5)) {
      case 0:
        if (input->empty()) break;
        (*input)[at] = static_cast<char>((*input)[at] ^ (1 << Below(8)));
        break;
      case 1:
        input->insert(at, 1, static_cast<char>(Below(256)));
        break;
      case 2:
        input->erase(at, size + 1);
        break;
      case 3:
        input->insert(Below(input->size()), input->substr(at, size));
        break;
      default: {
        const std::string& other = inputs_[Below(inputs_.size())];
        input->replace(at, size, other, Below(other.size()), size);
        break;
      }
    }
  }

  const std::vector<std::string>& inputs_;
  std::mt19937 random_;
};

// Writes down what is about to be run, and runs it.
bool Run(const Options& options, const std::string& input) {
  if (!options.last.empty() && !tracuu::WriteFile(options.last, input)) {
    std::fprintf(stderr, "cannot write %s\n", options.last.c_str());
    return false;
  }
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()),
                         input.size());
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = ReadOptions(argc, argv);
  std::vector<std::string> inputs;
  for (const fs::path& seed : options.seeds) {
    auto bytes = tracuu::ReadFile(seed);
    if (!bytes) {
      std::fprintf(stderr, "%s\n", bytes.error().message.c_str());
      return 1;
    }
    inputs.push_back(*std::move(bytes));
  }
  if (inputs.empty()) {
    std::fprintf(stderr, "No seeds found: name a folder that holds some.\n");
    return 1;
  }
  Changer changer(inputs);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    std::printf("%s\n", options.seeds[i].c_str());
    std::fflush(stdout);  // The last name printed is the one that crashed.
    if (!Run(options, inputs[i])) return 1;
    for (int n = 0; n < options.changed; ++n) {
      if (!Run(options, changer.Change(inputs[i]))) return 1;
    }
  }
  if (!options.last.empty()) fs::remove(options.last);
  return 0;
}
