#include "indexer/build/update.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/index/article_codec.h"
#include "common/index/paths.h"
#include "common/text/analyze.h"
#include "indexer/build/spooled_records.h"
#include "indexer/build/stored_articles.h"

namespace tracuu {
namespace {

// Takes over one article. `entry` is of kInServedSnapshot.
Status CarryOne(const StoredArticles& stored, const Collected& collected,
                std::uint16_t worker, WorkerOutput* output,
                ArticleEntry* entry) {
  Result<Article> article =
      stored.Fetch(static_cast<std::uint32_t>(entry->offset));
  if (!article) return article.error();
  if (const UnchangedPage* page = FindUnchanged(collected, entry->sequence)) {
    article->source = page->source;
    article->stated.fetched_at = page->fetched_at;
  }
  const ContentDigest promised = entry->digest;
  const Status spooled =
      SpoolArticle(*article, Analyze(article->text), worker, output, entry);
  if (!spooled) return spooled;
  if (entry->digest == promised) return Ok{};
  return Error{
      ErrorCode::kCorrupt,
      "the served snapshot's article " + entry->id + " is not what was indexed",
      "run `tracuu-index check`, and make the index again with "
      "`tracuu-index build`"};
}

Status CarryRange(const UpdateBase& base, const Collected& collected,
                  const std::vector<ArticleEntry*>& entries,
                  std::pair<std::size_t, std::size_t> range,
                  std::uint16_t worker, WorkerOutput* output,
                  BuildProgress* progress) {
  if (range.first == range.second) return output->spool->Flush();
  const auto stored = OpenStored(base);
  if (!stored) return stored.error();
  for (std::size_t i = range.first; i < range.second; ++i) {
    const Status carried =
        CarryOne(**stored, collected, worker, output, entries[i]);
    if (!carried) return carried;
    ++progress->articles_carried;
  }
  return output->spool->Flush();
}

}  // namespace

const UnchangedPage* FindUnchanged(const Collected& collected,
                                   std::uint64_t sequence) {
  const auto found =
      std::lower_bound(collected.unchanged.begin(), collected.unchanged.end(),
                       sequence, [](const UnchangedPage& page, auto wanted) {
                         return page.sequence < wanted;
                       });
  if (found == collected.unchanged.end() || found->sequence != sequence) {
    return nullptr;
  }
  return &*found;
}

Result<UpdateBase> OpenUpdateBase(const std::filesystem::path& snapshot_dir,
                                  const Manifest& manifest,
                                  const std::string& reading_key) {
  // The rest of the snapshot is not hashed yet: often nothing is taken from it,
  // or article by article, compared with the digests in these files.
  Manifest read = manifest;
  std::erase_if(read.files, [](const ManifestFile& file) {
    return file.name != kFingerprintsFile && file.name != kOrderFile &&
           file.name != kMovedFile;
  });
  const Status whole = VerifySnapshot(snapshot_dir, read, VerifyDepth::kHashes);
  if (!whole) return whole.error();
  auto known =
      KnownArticles::Read(snapshot_dir / kFingerprintsFile, manifest.documents);
  if (!known) return known.error();
  auto order = PlaceOrder::Read(snapshot_dir, manifest.documents);
  if (!order) return order.error();
  auto moved = MovedPages::Read(snapshot_dir);
  if (!moved) return moved.error();
  UpdateBase base;
  base.snapshot_dir = snapshot_dir;
  base.same_reading = known->reading_key() == reading_key;
  base.known = std::move(*known);
  base.order = std::move(*order);
  base.moved = std::move(*moved);
  base.files = manifest.files;
  base.rejected = manifest.rejected;
  return base;
}

Result<std::unique_ptr<StoredArticles>> OpenStored(const UpdateBase& base) {
  return StoredArticles::Open(base.snapshot_dir, base.order, base.moved);
}

Status VerifyBase(const UpdateBase& base) {
  Manifest manifest;
  manifest.files = base.files;
  return VerifySnapshot(base.snapshot_dir, manifest, VerifyDepth::kHashes);
}

UpdateDifferences Compare(const UpdateBase& base, const Catalog& catalog,
                          std::uint64_t first_kept) {
  UpdateDifferences differences;
  for (const ArticleEntry& entry : catalog.entries) {
    const auto docid = base.known.Find(entry.id);
    if (entry.sequence >= first_kept) {
      ++differences.kept;
    } else if (!docid) {
      ++differences.added;
    } else if (base.known.at(*docid).page != entry.page) {
      ++differences.changed;
    } else {
      ++differences.unchanged;
      if (base.known.at(*docid).source != entry.source) ++differences.moved;
    }
  }
  differences.gone = base.known.size() - differences.kept -
                     differences.changed - differences.unchanged;
  return differences;
}

Result<std::string> SourceOfEntry(const ArticleEntry& entry,
                                  const Collected& collected) {
  if (const UnchangedPage* page = FindUnchanged(collected, entry.sequence)) {
    return page->source;
  }
  const auto bytes = collected.outputs[entry.worker].spool->Read(
      entry.offset + entry.record_bytes, entry.article_bytes);
  if (!bytes) return bytes.error();
  const Result<Article> article = DecodeArticle(*bytes);
  if (!article) return article.error();
  return article->source;
}

Result<std::vector<ListedDifference>> ListDifferences(
    const UpdateBase& base, const Catalog& catalog,
    const Collected& collected) {
  std::vector<ListedDifference> list;
  std::vector<bool> stays(base.known.size() + 1);
  for (const ArticleEntry& entry : catalog.entries) {
    const auto docid = base.known.Find(entry.id);
    if (docid) stays[*docid] = true;
    if (docid && base.known.at(*docid).page == entry.page) continue;
    auto source = SourceOfEntry(entry, collected);
    if (!source) return source.error();
    list.push_back({docid ? Difference::kChanged : Difference::kNew, entry.id,
                    *std::move(source)});
  }
  const auto stored = OpenStored(base);
  if (!stored) return stored.error();
  for (std::uint32_t docid = 1; docid <= base.known.size(); ++docid) {
    if (stays[docid]) continue;
    const auto article = (*stored)->Fetch(docid);
    if (!article) return article.error();
    list.push_back({Difference::kGone, article->id, article->source});
  }
  return list;
}

Status CarryOver(const UpdateBase& base, Carried which, Collected* collected,
                 Catalog* catalog, BuildProgress* progress) {
  const auto is_meant = [&](const ArticleEntry& entry) {
    if (entry.worker != kInServedSnapshot) return false;
    const auto place = static_cast<std::uint32_t>(entry.offset);
    return which == Carried::kAll || base.order.At(place).part == kChangesPart;
  };
  std::vector<ArticleEntry*> entries;
  for (ArticleEntry& entry : catalog->entries) {
    if (is_meant(entry)) entries.push_back(&entry);
  }
  progress->articles_to_carry = entries.size();
  // In the order in which they lie in the database.
  std::sort(entries.begin(), entries.end(),
            [](const auto* a, const auto* b) { return a->offset < b->offset; });
  const std::size_t workers = collected->outputs.size();
  return ForEachWorker(workers, [&](std::size_t w) {
    return CarryRange(
        base, *collected, entries,
        {entries.size() * w / workers, entries.size() * (w + 1) / workers},
        static_cast<std::uint16_t>(w), &collected->outputs[w], progress);
  });
}

}  // namespace tracuu
