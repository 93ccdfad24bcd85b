#ifndef TRACUU_COMMON_INDEX_ARTICLE_DATABASE_H_
#define TRACUU_COMMON_INDEX_ARTICLE_DATABASE_H_

// The Xapian databases of a snapshot as one, by places (place_order.h): terms,
// slots and stored articles of the base and of the changes, without what is
// gone. Counts are those of a database in which the gone articles never were:
// the terms of these are in a database of their own (kGoneFile) and are taken
// off.
//
// Used by one thread, because a Xapian::Database must not be used by two, and
// neither must two copies of one. All methods may throw Xapian::Error.

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/domain/article.h"
#include "common/index/article_codec.h"
#include "common/index/moved_pages.h"
#include "common/index/place_order.h"

namespace tracuu {

class ArticleDatabase {
 public:
  // Opens what lies in `snapshot_dir`, on its real path: the databases of a
  // snapshot never change, so they are never reopened. `order` and `moved` are
  // the snapshot's and must outlive the object.
  ArticleDatabase(const std::filesystem::path& snapshot_dir,
                  const PlaceOrder& order, const MovedPages& moved);

  const PlaceOrder& order() const { return order_; }

  // How many articles have the term.
  std::uint32_t Frequency(const std::string& term) const;

  // Calls `use(place, posting)` for each article with the term: part by part,
  // within each in ascending order. `posting` is the Xapian::PostingIterator,
  // to be asked for what else is wanted (get_wdf()).
  template <typename Use>
  void ForEachPosting(const std::string& term, const Use& use) const;

  // Calls `use(i, posting)` for each i whose places[i] has the term, part by
  // part. `places` ascend. `skip`: goes to each place, which is worth it when
  // they are few; else walks past every posting.
  template <typename Use>
  void FindPostings(const std::string& term,
                    std::span<const std::uint32_t> places, bool skip,
                    const Use& use) const;

  // Calls `use(term)` for each term that begins so and that some article has,
  // in the order of their bytes, until it returns false.
  template <typename Use>
  void ForEachTerm(const std::string& prefix, const Use& use) const;

  // Calls `use(place, bytes)` for each article of a part with a value in the
  // slot, in ascending order.
  template <typename Use>
  void ForEachValue(std::size_t part, Xapian::valueno slot,
                    const Use& use) const;

  // Calls `use(place, length)` for each article, part by part; lengths as
  // Xapian counts them (Database::get_doclength).
  template <typename Use>
  void ForEachLength(const Use& use) const {
    // The postings of no term: every document.
    ForEachPosting("", [&](std::uint32_t place, const auto& posting) {
      use(place, posting.get_doclength());
    });
  }

  // The documents of a part, shown or not.
  std::uint32_t CountIn(std::size_t part) const {
    return parts_[part].get_doccount();
  }
  std::string Metadata(std::size_t part, std::string_view key) const {
    return parts_[part].get_metadata(std::string(key));
  }

  // The place of the article with that id.
  std::optional<std::uint32_t> Find(std::string_view id) const;

  // The article at a place. Fails with kCorrupt if it does not decode.
  // REQUIRES: 1 <= place <= order().documents().
  Result<Article> Fetch(std::uint32_t place) const;
  // A document of a part, shown or not, as it was indexed.
  Result<Article> FetchFrom(PartDocid at) const;
  // Id and title alone, in a tenth of the time.
  Result<ArticleHeading> FetchHeading(std::uint32_t place) const;

 private:
  std::string DataOf(PartDocid at) const;

  // The place of a document that a database tells of; 0 if it is gone. Throws
  // Xapian::DatabaseCorruptError if there is no such document: before its bytes
  // are hashed, a damaged database may tell of any.
  std::uint32_t PlaceOf(std::size_t part, Xapian::docid docid) const {
    if (docid > order_.documents_in(part)) ThrowNoSuchDocument(docid);
    return order_.PlaceOf(part, docid);
  }
  [[noreturn]] static void ThrowNoSuchDocument(Xapian::docid docid);

  const PlaceOrder& order_;
  const MovedPages& moved_;
  std::vector<Xapian::Database> parts_;
  std::optional<Xapian::Database> gone_;
};

template <typename Use>
void ArticleDatabase::ForEachPosting(const std::string& term,
                                     const Use& use) const {
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const auto end = parts_[part].postlist_end(term);
    auto posting = parts_[part].postlist_begin(term);
    for (; posting != end; ++posting) {
      const std::uint32_t place = PlaceOf(part, *posting);
      if (place != 0) use(place, posting);
    }
  }
}

template <typename Use>
void ArticleDatabase::FindPostings(const std::string& term,
                                   std::span<const std::uint32_t> places,
                                   bool skip, const Use& use) const {
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const auto end = parts_[part].postlist_end(term);
    auto posting = parts_[part].postlist_begin(term);
    if (skip) {
      for (std::size_t i = 0; i < places.size() && posting != end; ++i) {
        const PartDocid wanted = order_.At(places[i]);
        if (wanted.part != part) continue;
        posting.skip_to(wanted.docid);
        if (posting != end && *posting == wanted.docid) use(i, posting);
      }
      continue;
    }
    auto next = places.begin();
    for (; posting != end && next != places.end(); ++posting) {
      const std::uint32_t place = PlaceOf(part, *posting);
      if (place == 0 || place < *next) continue;
      if (place > *next) next = std::lower_bound(next, places.end(), place);
      if (next == places.end() || *next != place) continue;
      use(static_cast<std::size_t>(next - places.begin()), posting);
      ++next;
    }
  }
}

template <typename Use>
void ArticleDatabase::ForEachTerm(const std::string& prefix,
                                  const Use& use) const {
  std::vector<Xapian::TermIterator> at;
  std::vector<Xapian::TermIterator> end;
  for (const Xapian::Database& part : parts_) {
    at.push_back(part.allterms_begin(prefix));
    end.push_back(part.allterms_end(prefix));
  }
  for (;;) {
    std::optional<std::string> first;
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (at[i] == end[i]) continue;
      std::string term = *at[i];
      if (!first || term < *first) first = std::move(term);
    }
    if (!first) return;
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (at[i] != end[i] && *at[i] == *first) ++at[i];
    }
    if (gone_ && Frequency(*first) == 0) continue;
    if (!use(*first)) return;
  }
}

template <typename Use>
void ArticleDatabase::ForEachValue(std::size_t part, Xapian::valueno slot,
                                   const Use& use) const {
  const Xapian::Database& database = parts_[part];
  for (auto it = database.valuestream_begin(slot);
       it != database.valuestream_end(slot); ++it) {
    const std::uint32_t place = PlaceOf(part, it.get_docid());
    if (place != 0) use(place, *it);
  }
}

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_ARTICLE_DATABASE_H_
