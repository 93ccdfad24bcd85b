#include "indexer/build/changes.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/text/analyze.h"
#include "indexer/build/spooled_records.h"
#include "indexer/build/stored_articles.h"

namespace tracuu {
namespace {

// Spools one document of a part as it was indexed.
Status SpoolStored(const StoredArticles& stored, PartDocid at,
                   std::uint16_t worker, WorkerOutput* output,
                   ArticleEntry* entry) {
  const Result<Article> article = stored.FetchFrom(at);
  if (!article) return article.error();
  return SpoolArticle(*article, Analyze(article->text), worker, output, entry);
}

// Spools documents, a range for each of `outputs`. Their entries are in the
// order of `documents`.
Result<std::vector<ArticleEntry>> SpoolAll(
    const UpdateBase& base, const std::vector<PartDocid>& documents,
    std::vector<WorkerOutput>* outputs) {
  std::vector<ArticleEntry> entries(documents.size());
  const std::size_t workers = std::min(outputs->size(), documents.size());
  const Status spooled = ForEachWorker(workers, [&](std::size_t w) -> Status {
    const auto stored = OpenStored(base);
    if (!stored) return stored.error();
    const std::size_t end = documents.size() * (w + 1) / workers;
    for (std::size_t i = documents.size() * w / workers; i < end; ++i) {
      const Status one =
          SpoolStored(**stored, documents[i], static_cast<std::uint16_t>(w),
                      &(*outputs)[w], &entries[i]);
      if (!one) return one;
    }
    return (*outputs)[w].spool->Flush();
  });
  if (!spooled) return spooled.error();
  return entries;
}

}  // namespace

std::optional<ChangesPlan> PlanChanges(const UpdateBase& base,
                                       const Catalog& catalog,
                                       double most_changes) {
  if (!base.same_reading) return std::nullopt;
  ChangesPlan plan;
  plan.base_documents = base.order.documents_in(kBasePart);
  std::vector<bool> in_base(plan.base_documents + 1);
  std::vector<bool> served(base.order.documents() + 1);
  for (std::size_t i = 0; i < catalog.entries.size(); ++i) {
    const ArticleEntry& entry = catalog.entries[i];
    if (entry.worker == kInServedSnapshot) {
      const auto place = static_cast<std::uint32_t>(entry.offset);
      served[place] = true;
      const PartDocid at = base.order.At(place);
      if (at.part == kBasePart) {
        in_base[at.docid] = true;
        plan.rows.push_back(at);
        continue;
      }
    }
    plan.changes.push_back(i);
    if (entry.worker != kInServedSnapshot) plan.added.push_back(i);
    plan.rows.push_back(
        {kChangesPart, static_cast<std::uint32_t>(plan.changes.size())});
  }
  for (std::uint32_t docid = 1; docid <= plan.base_documents; ++docid) {
    if (!in_base[docid]) plan.gone.push_back(docid);
  }
  for (std::uint32_t place = 1; place <= base.order.documents(); ++place) {
    if (!served[place]) plan.dropped.push_back(place);
  }
  const auto changes =
      static_cast<double>(plan.changes.size() + plan.gone.size());
  if (changes > most_changes * plan.base_documents) return std::nullopt;
  return plan;
}

Result<GoneArticles> SpoolGone(const UpdateBase& base, const ChangesPlan& plan,
                               const ChangesWork& work) {
  GoneArticles gone;
  gone.outputs.resize(work.threads);
  for (std::size_t i = 0; i < gone.outputs.size(); ++i) {
    auto spool = Spool::Create(work.work_dir / ("gone-" + std::to_string(i)));
    if (!spool) return spool.error();
    gone.outputs[i].spool = std::move(*spool);
  }
  std::vector<PartDocid> documents;
  for (const std::uint32_t docid : plan.gone) {
    documents.push_back({kBasePart, docid});
  }
  for (const std::uint32_t place : plan.dropped) {
    const PartDocid at = base.order.At(place);
    if (at.part != kBasePart) documents.push_back(at);
  }
  auto entries = SpoolAll(base, documents, &gone.outputs);
  if (!entries) return entries.error();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const bool of_base = documents[i].part == kBasePart;
    // Documents of the base that were gone before are not dropped now.
    const bool is_dropped =
        base.order.PlaceOf(documents[i].part, documents[i].docid) != 0;
    if (is_dropped) gone.dropped.entries.push_back((*entries)[i]);
    if (of_base) gone.of_base.entries.push_back(std::move((*entries)[i]));
  }
  return gone;
}

}  // namespace tracuu
