#include "common/index/forward_writer.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/index/token_units.h"

namespace tracuu {

void SortForwardWords(std::vector<ForwardWord>* words) {
  std::unordered_map<std::string_view, std::uint64_t> together;
  for (const ForwardWord& word : *words) {
    together[word.folded] += word.articles;
  }
  // The keys of `together` lie in the words: sort places, then move.
  std::vector<std::pair<std::uint64_t, std::size_t>> places;
  for (std::size_t i = 0; i < words->size(); ++i) {
    places.emplace_back(together[(*words)[i].folded], i);
  }
  std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    const ForwardWord& x = (*words)[a.second];
    const ForwardWord& y = (*words)[b.second];
    return std::tie(b.first, x.folded, x.exact) <
           std::tie(a.first, y.folded, y.exact);
  });
  std::vector<ForwardWord> sorted;
  sorted.reserve(words->size());
  for (const auto& [count, place] : places) {
    sorted.push_back(std::move((*words)[place]));
  }
  *words = std::move(sorted);
}

Result<ForwardWriter> ForwardWriter::Create(
    const std::filesystem::path& path, const std::vector<ForwardWord>& words) {
  if (words.size() > kMaxWords) {
    return Error{ErrorCode::kTooLarge,
                 path.string() + ": " + std::to_string(words.size()) +
                     " distinct words, more than " + std::to_string(kMaxWords),
                 "index the crawl in parts"};
  }
  errno = 0;
  ForwardWriter writer(path, std::ofstream(path, std::ios::binary));
  writer.header_.words = static_cast<std::uint32_t>(words.size());
  writer.Write(std::span<const ForwardHeader>(&writer.header_, 1));
  writer.WriteWords(words);
  writer.WriteGroups(words);
  if (const Status state = writer.State(); !state) return state.error();
  return writer;
}

template <typename T>
void ForwardWriter::Write(std::span<const T> part) {
  const auto bytes = std::as_bytes(part);
  out_.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  at_ += bytes.size();
}

void ForwardWriter::Pad() {
  static constexpr std::array<char, kForwardAlignment> kZeros{};
  Write(std::span<const char>(
      kZeros.data(), static_cast<std::size_t>(AlignForward(at_) - at_)));
}

void ForwardWriter::WriteWords(const std::vector<ForwardWord>& words) {
  std::vector<std::uint32_t> starts{0};
  for (const ForwardWord& word : words) {
    Write(std::span<const char>(word.exact));
    header_.letters += word.exact.size();
    starts.push_back(static_cast<std::uint32_t>(header_.letters));
  }
  Pad();
  Write(std::span<const std::uint32_t>(starts));
  Pad();
}

void ForwardWriter::WriteGroups(const std::vector<ForwardWord>& words) {
  std::map<std::string_view, ForwardGroup> by_form;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    ForwardGroup& group = by_form[words[i].folded];
    if (group.last == 0) group.first = i;
    group.last = i + 1;
  }
  std::vector<ForwardGroup> groups;
  for (auto& [folded, group] : by_form) {
    group.folded_at = static_cast<std::uint32_t>(header_.folded_letters);
    group.folded_bytes = static_cast<std::uint32_t>(folded.size());
    Write(std::span<const char>(folded));
    header_.folded_letters += folded.size();
    groups.push_back(group);
  }
  Pad();
  header_.groups = static_cast<std::uint32_t>(groups.size());
  Write(std::span<const ForwardGroup>(groups));
  Pad();
}

Status ForwardWriter::Append(std::span<const std::uint32_t> units_each,
                             std::span<const std::uint16_t> units) {
  for (const std::uint32_t count : units_each) {
    starts_.push_back(starts_.back() + count);
  }
  Write(units);
  return State();
}

Status ForwardWriter::Finish() {
  header_.documents = static_cast<std::uint32_t>(starts_.size() - 1);
  header_.units = starts_.back();
  Pad();
  Write(std::span<const std::uint64_t>(starts_));
  out_.seekp(0);
  Write(std::span<const ForwardHeader>(&header_, 1));
  out_.close();
  return State();
}

Status ForwardWriter::State() const {
  if (out_) return Ok{};
  const int code = errno;
  return Error{ErrorCode::kIo,
               "cannot write " + path_.string() + ": " +
                   std::generic_category().message(code == 0 ? EIO : code),
               code == ENOSPC ? "free disk space and run again" : ""};
}

}  // namespace tracuu
