#ifndef TRACUU_COMMON_INDEX_FORWARD_WRITER_H_
#define TRACUU_COMMON_INDEX_FORWARD_WRITER_H_

// Writes the forward index of a snapshot (forward_index.h).

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/index/forward_format.h"

namespace tracuu {

// A distinct word of the articles to be indexed.
struct ForwardWord {
  std::string exact;           // Token::exact
  std::string folded;          // Token::folded of it.
  std::uint64_t articles = 0;  // How many hold it.
};

// Brings `words` into the order of their numbers: folded forms by how many
// articles their spellings have together, then by bytes; the spellings of one
// by bytes. The result does not depend on the order given.
void SortForwardWords(std::vector<ForwardWord>* words);

class ForwardWriter {
 public:
  // Writes the words, which must be sorted. Fails with kTooLarge if there are
  // more than kMaxWords, else as the disk does.
  static Result<ForwardWriter> Create(const std::filesystem::path& path,
                                      const std::vector<ForwardWord>& words);

  // Appends articles in docid order: the units of all of them, and how many
  // belong to each.
  Status Append(std::span<const std::uint32_t> units_each,
                std::span<const std::uint16_t> units);

  // Completes the file; not synced. To be called once, last.
  Status Finish();

 private:
  ForwardWriter(std::filesystem::path path, std::ofstream out)
      : path_(std::move(path)), out_(std::move(out)) {}

  void WriteWords(const std::vector<ForwardWord>& words);
  void WriteGroups(const std::vector<ForwardWord>& words);
  template <typename T>
  void Write(std::span<const T> part);
  void Pad();
  Status State() const;

  std::filesystem::path path_;
  std::ofstream out_;
  std::uint64_t at_ = 0;
  ForwardHeader header_;
  std::vector<std::uint64_t> starts_{0};
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_FORWARD_WRITER_H_
