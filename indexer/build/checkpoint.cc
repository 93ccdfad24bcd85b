#include "indexer/build/checkpoint.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/base/folder.h"
#include "common/base/output_file.h"
#include "indexer/build/field_digest.h"
#include "indexer/build/varint.h"
#include "indexer/build/work_files.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// The last digit is the version of what follows the key.
constexpr std::string_view kMagic = "tracuu checkpoint 1\n";

// Writes one value after the other.
class Saver {
 public:
  static constexpr bool kLoads = false;
  explicit Saver(std::ofstream* out) : out_(*out) {}

  template <std::integral T>
  void Number(const T& value) {
    bytes_.clear();
    AppendVarint(static_cast<std::uint64_t>(value), &bytes_);
    out_ << bytes_;
  }
  void Text(std::string_view text) {
    Number(text.size());
    out_ << text;
  }
  template <typename T, std::size_t kSize>
  void Bytes(const std::array<T, kSize>& bytes) {
    out_.write(reinterpret_cast<const char*>(bytes.data()), kSize);
  }

 private:
  std::ofstream& out_;
  std::string bytes_;
};

// Reads them in the same order. Values are senseless once it has failed.
class Loader {
 public:
  static constexpr bool kLoads = true;
  explicit Loader(std::string_view bytes) : reader_(bytes) {}

  template <std::integral T>
  void Number(T& value) {
    value = static_cast<T>(reader_.Next());
  }
  void Text(std::string& text) { text = reader_.Bytes(reader_.Next()); }
  template <typename T, std::size_t kSize>
  void Bytes(std::array<T, kSize>& bytes) {
    const std::string_view taken = reader_.Bytes(kSize);
    std::copy(taken.begin(), taken.end(), bytes.begin());
  }

  // True if all has been read, and was there.
  bool Done() const { return !reader_.failed() && reader_.left() == 0; }
  bool failed() const { return reader_.failed(); }

 private:
  VarintReader reader_;
};

// What follows names the members of each type once, for both directions.

template <typename Archive, typename List, typename Each>
void All(Archive& archive, List& list, const Each& each) {
  std::size_t size = list.size();
  archive.Number(size);
  if constexpr (Archive::kLoads) {
    for (; size > 0 && !archive.failed(); --size) each(list.emplace_back());
  } else {
    for (auto& member : list) each(member);
  }
}

void Strings(Saver& saver, const StringTable& table) {
  saver.Number(table.size());
  for (std::uint32_t i = 0; i < table.size(); ++i) saver.Text(table.at(i));
}

void Strings(Loader& loader, StringTable& table) {
  std::uint32_t size = 0;
  loader.Number(size);
  std::string text;
  for (; size > 0 && !loader.failed(); --size) {
    loader.Text(text);
    table.Intern(text);
  }
}

template <typename Archive, typename Value>
void Words(Archive& archive, Value& vocabulary) {
  Strings(archive, vocabulary.exact);
  Strings(archive, vocabulary.folded);
  All(archive, vocabulary.folded_of_exact,
      [&](auto& folded) { archive.Number(folded); });
  for (auto& values : vocabulary.facet_values) Strings(archive, values);
  Strings(archive, vocabulary.spellings);
}

template <typename Archive, typename Value>
void Entry(Archive& archive, Value& entry) {
  archive.Text(entry.id);
  archive.Bytes(entry.digest);
  archive.Number(entry.sequence);
  archive.Number(entry.captured);
  archive.Number(entry.offset);
  archive.Number(entry.record_bytes);
  archive.Number(entry.article_bytes);
  archive.Number(entry.day);
  archive.Number(entry.minute);
  archive.Number(entry.worker);
  archive.Number(entry.source);
  archive.Number(entry.fetched);
  archive.Bytes(entry.page);
}

template <typename Archive, typename Value>
void Unchanged(Archive& archive, Value& page) {
  archive.Number(page.sequence);
  archive.Text(page.source);
  bool fetched = page.fetched_at.has_value();
  archive.Number(fetched);
  if (!fetched) return;
  if constexpr (Archive::kLoads) page.fetched_at.emplace();
  archive.Text(*page.fetched_at);
}

void Flags(Saver& saver, const std::vector<bool>& flags) {
  saver.Text(std::string(flags.begin(), flags.end()));
}

void Flags(Loader& loader, std::vector<bool>& flags) {
  std::string bytes;
  loader.Text(bytes);
  flags.assign(bytes.begin(), bytes.end());
}

// What is not of one worker, but for the repairs.
template <typename Archive, typename Value>
void Found(Archive& archive, Value& collected) {
  All(archive, collected.entries, [&](auto& entry) { Entry(archive, entry); });
  All(archive, collected.unchanged,
      [&](auto& page) { Unchanged(archive, page); });
  Flags(archive, collected.met);
  archive.Number(collected.first_kept);
}

// CountedExamples by name.
template <typename Archive, typename Kinds, typename Each>
void Counts(Archive& archive, Kinds& kinds, const Each& each) {
  All(archive, kinds, [&](auto& kind) {
    archive.Text(kind.name);
    archive.Number(kind.state.count);
    All(archive, kind.state.first, [&](auto& example) {
      archive.Number(example.first);
      each(example.second);
    });
  });
}

template <typename Archive, typename Value>
void Repairs(Archive& archive, Value& kinds) {
  Counts(archive, kinds, [&](auto& source) { archive.Text(source); });
}

template <typename Archive, typename Value>
void Rejections(Archive& archive, Value& state) {
  All(archive, state.lines, [&](auto& line) {
    archive.Number(line.sequence);
    archive.Number(line.offset);
    archive.Number(line.size);
  });
  Counts(archive, state.codes, [&](auto& rejection) {
    archive.Text(rejection.source);
    archive.Number(rejection.offset);
    archive.Text(rejection.code);
    archive.Text(rejection.message);
    archive.Text(rejection.hint);
  });
  archive.Number(state.bytes);
}

template <typename Archive, typename Value>
void Place(Archive& archive, Value& so_far) {
  archive.Number(so_far.input);
  archive.Number(so_far.first_of_input);
  archive.Number(so_far.rejected_of_input);
  archive.Number(so_far.next);
  archive.Number(so_far.all);
}

// Pages that were lost to the machine.
std::uint64_t LostToTheMachine(const RejectionLog::State& rejected) {
  std::uint64_t lost = 0;
  for (const RejectionLog::Code& code : rejected.codes) {
    if (IsOfTheMachine(code.name)) lost += code.state.count;
  }
  return lost;
}

// Nothing if the bytes are not what Save() wrote, or the spools end before.
std::optional<Resumed> Parse(const fs::path& work_dir, std::string_view bytes) {
  Loader loader(bytes);
  Resumed resumed;
  Place(loader, resumed.so_far);
  std::size_t workers = 0;
  loader.Number(workers);
  for (std::size_t i = 0; i < workers && !loader.failed(); ++i) {
    std::uint64_t size = 0;
    loader.Number(size);
    WorkerOutput& output = resumed.collected.outputs.emplace_back();
    Words(loader, output.vocabulary);
    auto spool = Spool::Reopen(ArticleSpool(work_dir, i), size);
    if (!spool) return std::nullopt;
    output.spool = std::move(*spool);
  }
  Found(loader, resumed.collected);
  std::vector<RepairCounts::Kind> kinds;
  Repairs(loader, kinds);
  resumed.collected.repairs = RepairCounts(std::move(kinds));
  RejectionLog::State state;
  Rejections(loader, state);
  if (!loader.Done()) return std::nullopt;
  auto spool = Spool::Reopen(RejectionSpool(work_dir), state.bytes);
  if (!spool) return std::nullopt;
  resumed.rejections =
      std::make_unique<RejectionLog>(std::move(*spool), std::move(state));
  return resumed;
}

}  // namespace

Status Checkpoint::Save(const ReadSoFar& so_far, const Collected& collected,
                        RejectionLog* rejections) const {
  const auto rejected = rejections->Save();
  if (!rejected) return rejected.error();
  if (!key_ || LostToTheMachine(*rejected) > key_->lost) return Ok{};
  const fs::path path = CheckpointFile(work_dir_);
  std::ofstream out(Aside(path), std::ios::binary | std::ios::trunc);
  out << kMagic << key_->digest;
  Saver saver(&out);
  Place(saver, so_far);
  saver.Number(collected.outputs.size());
  for (const WorkerOutput& output : collected.outputs) {
    saver.Number(output.spool->size());
    Words(saver, output.vocabulary);
  }
  Found(saver, collected);
  const auto kinds = collected.repairs.Kinds();
  Repairs(saver, kinds);
  Rejections(saver, *rejected);
  static_cast<void>(CloseAside(path, &out));  // The one before stays.
  return Ok{};
}

Result<std::optional<Resumed>> Checkpoint::Load() const {
  std::optional<Resumed> resumed;
  const auto file = MappedFile::Open(CheckpointFile(work_dir_));
  if (file && key_) {
    std::string_view bytes(reinterpret_cast<const char*>(file->bytes().data()),
                           file->bytes().size());
    const std::string head = std::string(kMagic) + key_->digest;
    if (bytes.starts_with(head)) {
      bytes.remove_prefix(head.size());
      resumed = Parse(work_dir_, bytes);
    }
  }
  std::set<fs::path> kept;
  if (resumed) {
    kept = {CheckpointFile(work_dir_), RejectionSpool(work_dir_)};
    for (std::size_t i = 0; i < resumed->collected.outputs.size(); ++i) {
      kept.insert(ArticleSpool(work_dir_, i));
    }
    if (resumed->so_far.all) kept.insert(SegmentFolder(work_dir_));
  } else if (const Status removed = Remove(); !removed) {
    return removed.error();
  }
  if (const std::error_code failed = RemoveAllBut(work_dir_, kept)) {
    return Error{ErrorCode::kIo,
                 "cannot empty " + work_dir_.string() + ": " + failed.message(),
                 "check the folder's owner, or remove it"};
  }
  return resumed;
}

Status Checkpoint::Remove() const {
  std::error_code failed;
  fs::remove(CheckpointFile(work_dir_), failed);
  if (!failed) return Ok{};
  return Error{ErrorCode::kIo,
               "cannot remove " + CheckpointFile(work_dir_).string() + ": " +
                   failed.message(),
               ""};
}

std::optional<RunKey> MakeRunKey(const InputList& inputs,
                                 std::string_view settings) {
  // Its size is not known before it is read.
  std::ifstream boot("/proc/sys/kernel/random/boot_id");
  std::string boot_id;
  if (!std::getline(boot, boot_id) || boot_id.empty()) return std::nullopt;
  FieldDigest digest;
  digest.Add(boot_id);
  digest.Add(settings);
  for (const InputFile& file : inputs.files) {
    struct stat status {};
    if (::stat(file.path.c_str(), &status) != 0) return std::nullopt;
    digest.Add(file.source);
    digest.Add(file.path.string());
    digest.Add(file.url);
    digest.Add(file.fetched_after ? std::to_string(*file.fetched_after) : "");
    for (const std::int64_t number :
         {static_cast<std::int64_t>(status.st_dev),
          static_cast<std::int64_t>(status.st_ino),
          static_cast<std::int64_t>(status.st_size),
          static_cast<std::int64_t>(status.st_mtim.tv_sec),
          static_cast<std::int64_t>(status.st_mtim.tv_nsec),
          static_cast<std::int64_t>(status.st_ctim.tv_sec),
          static_cast<std::int64_t>(status.st_ctim.tv_nsec)}) {
      digest.Add(std::to_string(number));
    }
  }
  std::uint64_t lost = 0;
  for (const Rejection& rejection : inputs.rejected) {
    if (IsOfTheMachine(rejection.code)) ++lost;
    digest.Add(rejection.source);
    digest.Add(rejection.code);
    digest.Add(rejection.message);
  }
  return RunKey{digest.Finish(), lost};
}

}  // namespace tracuu
