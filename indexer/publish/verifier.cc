#include "indexer/publish/verifier.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "common/index/article_codec.h"
#include "common/index/article_database.h"
#include "common/index/forward_index.h"
#include "common/index/moved_pages.h"
#include "common/index/paths.h"
#include "common/index/place_order.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxFaults = 20;
constexpr Xapian::docid kSampleSize = 64;

// Collects the faults of one database. Methods may throw Xapian::Error.
class Checker {
 public:
  Checker(const Xapian::Database& db, std::vector<std::string>* faults)
      : db_(db), faults_(faults) {}

  void CheckCount(std::uint64_t documents) {
    if (db_.get_doccount() != documents) {
      Fault("it holds " + std::to_string(db_.get_doccount()) +
            " documents, the manifest says " + std::to_string(documents));
    }
    if (db_.get_lastdocid() != db_.get_doccount()) {
      Fault("its docids have gaps");
    }
  }

  void CheckMetadata() {
    const std::string schema = db_.get_metadata(std::string(kMetaSchema));
    if (schema != std::to_string(kSchemaVersion)) {
      Fault("its schema is \"" + schema + "\", not " +
            std::to_string(kSchemaVersion));
    }
    for (const Field& field : kFields) {
      if (field.kind != FieldKind::kFacet) continue;
      const auto key = std::string(kMetaFacetPrefix) + std::string(field.name);
      values_[field.slot] = SplitLines(db_.get_metadata(key));
      if (!std::is_sorted(values_[field.slot].begin(),
                          values_[field.slot].end())) {
        Fault("the values of facet " + std::string(field.name) +
              " are not sorted");
      }
    }
  }

  // At most `most` documents, evenly spread.
  void CheckDocuments(Xapian::docid most) {
    const Xapian::docid last = db_.get_lastdocid();
    const Xapian::docid step = std::max<Xapian::docid>(1, last / most);
    for (Xapian::docid docid = 1; docid <= last && !full(); docid += step) {
      CheckDocument(docid);
    }
  }

 private:
  bool full() const { return faults_->size() >= kMaxFaults; }

  void Fault(std::string what) { faults_->push_back(std::move(what)); }

  void CheckDocument(Xapian::docid docid) {
    const std::string name = "document " + std::to_string(docid);
    const Xapian::Document document = db_.get_document(docid);
    const Result<Article> article = DecodeArticle(document.get_data());
    if (!article) return Fault(name + ": " + article.error().message);
    if (!IsOnly(MakeTerm(FieldNamed("id"), article->id), docid)) {
      Fault(name + " is not what its id " + article->id + " finds");
    }
    for (const Field& field : kFields) {
      if (field.slot == kNoSlot) continue;
      const std::string value =
          document.get_value(static_cast<Xapian::valueno>(field.slot));
      if (field.kind == FieldKind::kFacet) {
        CheckFacet(name, docid, field, value);
      } else if (field.name == "day") {
        CheckOrder(name, value);
      }
    }
  }

  // Docids are in date order; see schema.h.
  void CheckOrder(const std::string& name, const std::string& day) {
    // Serialised numbers compare as the numbers do; unknown days come last.
    if (previous_day_ && day > *previous_day_) {
      Fault(name + " is newer than the one before it");
    }
    previous_day_ = day;
  }

  bool IsOnly(const std::string& term, Xapian::docid docid) {
    const auto begin = db_.postlist_begin(term);
    return db_.get_termfreq(term) == 1 && begin != db_.postlist_end(term) &&
           *begin == docid;
  }

  void CheckFacet(const std::string& name, Xapian::docid docid,
                  const Field& field, const std::string& slot) {
    const auto ordinals = DecodeOrdinals(slot);
    if (!ordinals) {
      return Fault(name + ": the slot of " + std::string(field.name) +
                   " does not decode");
    }
    const std::vector<std::string>& values = values_[field.slot];
    for (const std::uint32_t ordinal : *ordinals) {
      if (ordinal >= values.size()) {
        return Fault(name + " has a value of " + std::string(field.name) +
                     " that is not listed");
      }
      const std::string term = MakeTerm(field, values[ordinal]);
      Xapian::PostingIterator found = db_.postlist_begin(term);
      const Xapian::PostingIterator end = db_.postlist_end(term);
      if (found != end) found.skip_to(docid);
      if (found == end || *found != docid) {
        Fault(name + " is not found under " + std::string(field.name) + " " +
              values[ordinal]);
      }
    }
  }

  const Xapian::Database& db_;
  std::vector<std::string>* faults_;
  std::map<std::int32_t, std::vector<std::string>> values_;  // By slot.
  std::optional<std::string> previous_day_;
};

void CheckTables(const std::filesystem::path& database,
                 std::vector<std::string>* faults) {
  std::ostringstream report;
  const std::size_t errors =
      Xapian::Database::check(database.string(), 0, &report);
  if (errors > 0) {
    faults->push_back(std::to_string(errors) +
                      " faults in its tables; xapian-check tells more");
  }
}

void CheckPart(const std::filesystem::path& database, std::uint64_t documents,
               DatabaseCheck check, std::vector<std::string>* faults) {
  const Xapian::Database db(database.string());
  Checker checker(db, faults);
  checker.CheckCount(documents);
  checker.CheckMetadata();
  const bool all = check == DatabaseCheck::kEverything;
  checker.CheckDocuments(all ? std::max(db.get_lastdocid(), 1U) : kSampleSize);
  if (all) CheckTables(database, faults);
}

// Newest first, and unknown days last, over all parts.
void CheckOrder(const std::filesystem::path& snapshot_dir,
                const PlaceOrder& order, const MovedPages& moved,
                std::vector<std::string>* faults) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(FieldNamed("day").slot);
  const ArticleDatabase db(snapshot_dir, order, moved);
  std::vector<std::string> days(order.documents());  // Serialised; see above.
  for (std::size_t part = 0; part < order.parts(); ++part) {
    db.ForEachValue(part, kSlot, [&](std::uint32_t place, std::string day) {
      days[place - 1] = std::move(day);
    });
  }
  if (!std::is_sorted(days.rbegin(), days.rend())) {
    faults->push_back("its parts are not in date order together");
  }
}

// The terms of what is gone: of so many documents, and none of a term that the
// base has less often.
void CheckGone(const std::filesystem::path& snapshot_dir,
               const PlaceOrder& order, DatabaseCheck check,
               std::vector<std::string>* faults) {
  const std::filesystem::path path = snapshot_dir / kGoneFile;
  const Xapian::Database gone(path.string());
  if (gone.get_doccount() != order.gone()) {
    faults->push_back("the terms of " + std::to_string(gone.get_doccount()) +
                      " documents are taken off, not of " +
                      std::to_string(order.gone()));
  }
  if (check != DatabaseCheck::kEverything) return;
  const Xapian::Database base((snapshot_dir / kDatabaseFile).string());
  for (auto term = gone.allterms_begin();
       term != gone.allterms_end() && faults->size() < kMaxFaults; ++term) {
    if (base.get_termfreq(*term) >= term.get_termfreq()) continue;
    faults->push_back("the term " + *term +
                      " is taken off more often than it is there");
  }
  CheckTables(path, faults);
}

}  // namespace

Result<std::vector<std::string>> CheckDatabases(
    const std::filesystem::path& snapshot_dir, std::uint64_t documents,
    DatabaseCheck check) {
  std::vector<std::string> faults;
  const Status status = GuardXapian([&]() -> Status {
    const auto order = PlaceOrder::Read(snapshot_dir, documents);
    if (!order) return order.error();
    for (std::size_t part = 0; part < order->parts(); ++part) {
      CheckPart(snapshot_dir / kDatabaseFiles[part], order->documents_in(part),
                check, &faults);
    }
    if (order->gone() > 0) CheckGone(snapshot_dir, *order, check, &faults);
    const auto moved = MovedPages::Read(snapshot_dir);
    if (!moved) return moved.error();
    if (order->parts() > 1) {
      CheckOrder(snapshot_dir, *order, *moved, &faults);
    }
    for (std::size_t part = 0; part < order->parts(); ++part) {
      const auto forward =
          ForwardIndex::Open(snapshot_dir / kForwardFiles[part]);
      if (!forward) return forward.error();
      if (forward->documents() == order->documents_in(part)) continue;
      faults.push_back("a forward index is of other articles");
    }
    return Ok{};
  });
  // What Xapian cannot read is the answer to the question, not a failure.
  if (!status) faults.push_back(status.error().message);
  return faults;
}

}  // namespace tracuu
