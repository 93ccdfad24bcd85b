#include "indexer/build/spooled_records.h"

#include <algorithm>
#include <optional>
#include <thread>

namespace tracuu {

Status ForEachRecord(const std::vector<WorkerOutput>& outputs,
                     const Catalog& catalog, std::size_t worker,
                     const std::function<void(const ArticleRecord&)>& use) {
  return ForEachPlace(
      outputs, catalog, worker,
      [&](std::size_t /*place*/, const ArticleRecord& record) { use(record); });
}

Status ForEachPlace(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog,
    std::size_t worker,
    const std::function<void(std::size_t place, const ArticleRecord&)>& use) {
  std::vector<const ArticleEntry*> entries;
  for (const ArticleEntry& entry : catalog.entries) {
    if (entry.worker == worker) entries.push_back(&entry);
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto* a, const auto* b) { return a->offset < b->offset; });
  for (const ArticleEntry* entry : entries) {
    const auto bytes =
        outputs[worker].spool->Read(entry->offset, entry->record_bytes);
    if (!bytes) return bytes.error();
    const auto record = DecodeRecord(*bytes);
    if (!record) {
      return Error{ErrorCode::kCorrupt, "a spooled record is damaged",
                   "check the disk and run again"};
    }
    use(static_cast<std::size_t>(entry - catalog.entries.data()), *record);
  }
  return Ok{};
}

Status ForEachWorker(std::size_t workers,
                     const std::function<Status(std::size_t worker)>& work) {
  std::vector<Status> results(workers, Ok{});
  std::vector<std::thread> threads;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] { results[worker] = work(worker); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Status& result : results) {
    if (!result) return result;
  }
  return Ok{};
}

}  // namespace tracuu
