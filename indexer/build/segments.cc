#include "indexer/build/segments.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <exception>
#include <fstream>
#include <mutex>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "common/base/file.h"
#include "common/base/output_file.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "indexer/build/document_maker.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// A segment also ends at this many spooled bytes, so that long articles do not
// take more memory than many short ones.
constexpr std::uint64_t kMaxSegmentBytes = std::uint64_t{32} << 20;

// So many articles wait in memory before they go to the segment's file. Few, as
// each posting of the next walks down a tree of those that wait, out of the
// processor's cache: CPU for 3,000 articles was 11.2 s at 300 (mean of two
// runs), 10.3 at 100, 9.7 at 50 (two), 10.0 at 25, 10.2 at 12, on a busy
// machine; the result is the same to the byte count.
constexpr std::size_t kFlushArticles = 50;

// Places [begin, end) of the catalog.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Range> CutIntoSegments(const std::vector<ArticleEntry>& entries,
                                   std::size_t articles_each) {
  std::vector<Range> ranges;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (ranges.empty() || bytes >= kMaxSegmentBytes ||
        i - ranges.back().begin >= articles_each) {
      ranges.push_back({i, i});
      bytes = 0;
    }
    ranges.back().end = i + 1;
    bytes += entries[i].record_bytes + entries[i].article_bytes;
  }
  return ranges;
}

// The spooled bytes of a range, in the order of the catalog. They are read in
// the order of the spools: in date order each would be a seek.
Result<std::vector<std::string>> ReadSpooled(const SegmentInput& input,
                                             Range range) {
  std::vector<std::size_t> places;
  for (std::size_t i = range.begin; i < range.end; ++i) places.push_back(i);
  const auto& entries = input.catalog.entries;
  std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(entries[a].worker, entries[a].offset) <
           std::tie(entries[b].worker, entries[b].offset);
  });
  std::vector<std::string> spooled(range.end - range.begin);
  for (const std::size_t place : places) {
    const ArticleEntry& entry = entries[place];
    auto bytes = input.outputs[entry.worker].spool->Read(
        entry.offset, std::size_t{entry.record_bytes} + entry.article_bytes);
    if (!bytes) return bytes.error();
    spooled[place - range.begin] = std::move(*bytes);
  }
  return spooled;
}

void SetMetadata(const Dictionary& dictionary, Xapian::WritableDatabase* db) {
  const auto set = [&](std::string_view key, const std::string& value) {
    db->set_metadata(std::string(key), value);
  };
  set(kMetaSchema, std::to_string(kSchemaVersion));
  set(kMetaAnalyzer, std::string(kAnalyzerVersion));
  set(kMetaFrequent, JoinLines(dictionary.frequent));
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    set(std::string(kMetaFacetPrefix) + std::string(kFacetFields[facet].name),
        JoinLines(dictionary.facet_values[facet]));
  }
}

template <typename T>
std::string_view AsText(std::span<const T> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

// Segment::units as it lies on disk.
class UnitsFile {
 public:
  // Appears under its name only when it is whole.
  static Status Write(const fs::path& path,
                      const std::vector<std::uint32_t>& each,
                      const std::vector<std::uint16_t>& units) {
    const auto count = static_cast<std::uint32_t>(each.size());
    std::ofstream out(Aside(path), std::ios::binary | std::ios::trunc);
    out << AsText(std::span(&count, 1)) << AsText(std::span(each))
        << AsText(std::span(units));
    return CloseAside(path, &out);
  }

  // Fails with kCorrupt if it is not what Write() wrote.
  static Result<UnitsFile> Open(const fs::path& path) {
    auto file = MappedFile::Open(path);
    if (!file) return file.error();
    UnitsFile opened;
    opened.file_ = std::move(*file);
    const auto bytes = opened.file_.bytes();
    const Error corrupt{ErrorCode::kCorrupt, path.string() + " is damaged", ""};
    if (bytes.size() < sizeof(std::uint32_t)) return corrupt;
    const auto* numbers = reinterpret_cast<const std::uint32_t*>(bytes.data());
    const std::size_t head = (std::size_t{1} + *numbers) * sizeof *numbers;
    if (bytes.size() < head) return corrupt;
    opened.each_ = {numbers + 1, *numbers};
    opened.units_ = {
        reinterpret_cast<const std::uint16_t*>(bytes.data() + head),
        (bytes.size() - head) / sizeof(std::uint16_t)};
    const auto units = std::accumulate(opened.each_.begin(), opened.each_.end(),
                                       std::uint64_t{0});
    if (opened.units_.size() != units) return corrupt;
    return opened;
  }

  std::span<const std::uint32_t> each() const { return each_; }
  std::span<const std::uint16_t> units() const { return units_; }

 private:
  MappedFile file_;
  std::span<const std::uint32_t> each_;
  std::span<const std::uint16_t> units_;
};

// Makes segments until none is left. Used by one thread.
class SegmentWriter {
 public:
  SegmentWriter(const SegmentInput& input, BuildProgress* progress)
      : input_(input), progress_(progress) {
    for (std::size_t i = 0; i < input.outputs.size(); ++i) {
      makers_.emplace_back(input.outputs[i].vocabulary,
                           input.dictionary.workers[i]);
    }
  }

  Status Write(Range range, const Segment& segment) {
    const std::size_t articles = range.end - range.begin;
    if (const auto there = UnitsFile::Open(segment.units);
        there && there->each().size() == articles) {
      progress_->articles_indexed += articles;
      return Ok{};
    }
    units_.clear();
    units_each_.clear();
    const auto spooled = ReadSpooled(input_, range);
    if (!spooled) return spooled.error();
    const Status indexed = GuardXapian([&]() -> Status {
      Xapian::WritableDatabase db(
          segment.database.string(),
          Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC |
              Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
      if (range.begin == 0) SetMetadata(input_.dictionary, &db);
      for (std::size_t i = range.begin; i < range.end; ++i) {
        const std::size_t before = units_.size();
        const Status added =
            Add(input_.catalog.entries[i], (*spooled)[i - range.begin], &db);
        if (!added) return added;
        units_each_.push_back(
            static_cast<std::uint32_t>(units_.size() - before));
        ++progress_->articles_indexed;
        if (units_each_.size() % kFlushArticles == 0) db.commit();
      }
      db.commit();
      db.close();
      return Ok{};
    });
    if (!indexed) return indexed;
    return UnitsFile::Write(segment.units, units_each_, units_);
  }

 private:
  Status Add(const ArticleEntry& entry, const std::string& spooled,
             Xapian::WritableDatabase* db) {
    const auto record =
        DecodeRecord(std::string_view(spooled).substr(0, entry.record_bytes));
    if (!record) {
      return Error{ErrorCode::kCorrupt,
                   "the spooled record of article " + entry.id + " is damaged",
                   "check the disk and run again"};
    }
    DocumentMaker& maker = makers_[entry.worker];
    maker.AppendUnits(*record, &units_);
    db->add_document(maker.Make(
        entry, *record,
        input_.terms_only ? "" : spooled.substr(entry.record_bytes)));
    return Ok{};
  }

  const SegmentInput& input_;
  BuildProgress* progress_;
  std::vector<DocumentMaker> makers_;
  // Of the segment being written.
  std::vector<std::uint16_t> units_;
  std::vector<std::uint32_t> units_each_;
};

Error CannotRemove(const std::error_code& reason) {
  return {ErrorCode::kIo, "cannot remove a segment: " + reason.message(), ""};
}

// Notes how large each table has become. Xapian tells it in words only:
// "Reduced by 12% 34K (280K -> 246K)", "Size unchanged (246K)".
class SizeNotes final : public Xapian::Compactor {
 public:
  void set_status(const std::string& table,
                  const std::string& status) override {
    if (!status.ends_with("K)")) return;  // A table is begun.
    const std::size_t begin = status.find_last_of(" (") + 1;
    std::uint64_t kilobytes = 0;
    std::from_chars(status.data() + begin, status.data() + status.size(),
                    kilobytes);
    bytes[table] = kilobytes * 1024;
  }

  TableBytes bytes;
};

Result<TableBytes> MergeOnce(const std::vector<fs::path>& segments,
                             const fs::path& output, unsigned flags) {
  SizeNotes sizes;
  const Status merged = GuardXapian([&]() -> Status {
    Xapian::Database all;
    for (const fs::path& segment : segments) {
      all.add_database(Xapian::Database(segment.string()));
    }
    all.compact(output.string(), flags, 0, sizes);
    return Ok{};
  });
  if (!merged) return merged.error();
  std::error_code failed;
  for (const fs::path& segment : segments) fs::remove_all(segment, failed);
  if (failed) return CannotRemove(failed);
  return std::move(sizes.bytes);
}

// Calls `work(i, state)` for each i below `count` with `threads` threads, each
// of which has a state of its own; stops at the first error and returns it.
template <typename MakeState, typename Work>
Status ForEachInParallel(std::size_t count, unsigned threads,
                         const MakeState& make_state, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::optional<Error> error;
  const auto run = [&] {
    auto state = make_state();
    for (std::size_t i = next++; i < count; i = next++) {
      const Status status = work(i, &state);
      if (status) continue;
      const std::lock_guard lock(mutex);
      if (!error) error = status.error();
      next = count;
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(run);
  for (std::thread& worker : workers) worker.join();
  if (error) return *error;
  return Ok{};
}

// One level of a merge: groups of about equal size become one database each.
Result<std::vector<fs::path>> MergeLevel(const std::vector<fs::path>& segments,
                                         const MergeOptions& options,
                                         const fs::path& target) {
  const std::size_t groups =
      (segments.size() + options.width - 1) / options.width;
  const auto begin_of = [&](std::size_t group) {
    return segments.begin() +
           static_cast<std::ptrdiff_t>(segments.size() * group / groups);
  };
  std::vector<fs::path> merged;
  for (std::size_t i = 0; i < groups; ++i) {
    merged.push_back(target.string() + "-" + std::to_string(i));
  }
  const Status status = ForEachInParallel(
      groups, options.threads, [] { return 0; },
      [&](std::size_t i, int* /*state*/) -> Status {
        const auto done = MergeOnce({begin_of(i), begin_of(i + 1)}, merged[i],
                                    Xapian::Compactor::STANDARD);
        if (!done) return done.error();
        return Ok{};
      });
  if (!status) return status.error();
  return merged;
}

}  // namespace

Result<std::vector<Segment>> BuildSegments(const SegmentInput& input,
                                           std::size_t articles_each,
                                           unsigned threads,
                                           const fs::path& work_dir,
                                           BuildProgress* progress) {
  const auto ranges = CutIntoSegments(input.catalog.entries, articles_each);
  std::vector<Segment> segments(ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const std::string number = std::to_string(i);
    segments[i].database = work_dir / ("segment-" + number);
    segments[i].units = work_dir / ("units-" + number);
  }

  const Status status = ForEachInParallel(
      ranges.size(), threads, [&] { return SegmentWriter(input, progress); },
      [&](std::size_t i, SegmentWriter* writer) {
        return writer->Write(ranges[i], segments[i]);
      });
  if (!status) return status.error();
  return segments;
}

Status JoinForwardIndex(const std::vector<Segment>& segments,
                        const std::vector<ForwardWord>& words,
                        const fs::path& output) {
  auto writer = ForwardWriter::Create(output, words);
  if (!writer) return writer.error();
  for (const Segment& segment : segments) {
    const auto file = UnitsFile::Open(segment.units);
    if (!file) return file.error();
    const Status appended = writer->Append(file->each(), file->units());
    if (!appended) return appended;
    std::error_code failed;
    fs::remove(segment.units, failed);
    if (failed) return CannotRemove(failed);
  }
  return writer->Finish();
}

Result<TableBytes> MergeDatabases(const std::vector<Segment>& segments,
                                  const MergeOptions& options,
                                  const fs::path& work_dir,
                                  const fs::path& output) {
  std::vector<fs::path> databases;
  for (const Segment& segment : segments) {
    databases.push_back(segment.database);
  }
  for (int level = 0; databases.size() > options.width; ++level) {
    auto merged = MergeLevel(databases, options,
                             work_dir / ("merge-" + std::to_string(level)));
    if (!merged) return merged.error();
    databases = std::move(*merged);
  }
  return MergeOnce(databases, output,
                   Xapian::Compactor::FULL | Xapian::DBCOMPACT_SINGLE_FILE);
}

}  // namespace tracuu
