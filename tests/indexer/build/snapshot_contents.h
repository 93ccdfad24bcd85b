#ifndef TRACUU_TESTS_INDEXER_BUILD_SNAPSHOT_CONTENTS_H_
#define TRACUU_TESTS_INDEXER_BUILD_SNAPSHOT_CONTENTS_H_

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/index/article_codec.h"
#include "common/index/article_database.h"
#include "common/index/forward_index.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace tracuu::test {

// Everything a server can see of a snapshot, by places, whether it has one part
// or two: terms with their postings, stored articles, values, words and the
// tables beside them.
class SnapshotContents {
 public:
  SnapshotContents(const std::filesystem::path& dir, std::uint32_t documents)
      : dir_(dir),
        order_(TakeOut(PlaceOrder::Read(dir, documents))),
        moved_(TakeOut(MovedPages::Read(dir))),
        db_(dir, order_, moved_) {}

  // `pairs`: with the terms of frequent pairs, and with what depends on which
  // pairs there are.
  std::string Text(bool pairs) {
    AddTerms(pairs);
    AddArticles(pairs);
    AddValues();
    AddWords();
    for (const std::string_view name :
         {kNeighboursFile, kSpellingsFile, kCopiesFile, kFingerprintsFile}) {
      all_ += *ReadFile(dir_ / name);
    }
    return std::move(all_);
  }

 private:
  void AddTerms(bool pairs) {
    const std::string pair_prefix(FieldNamed("pair").prefix);
    db_.ForEachTerm("", [&](const std::string& term) {
      if (!pairs && term.starts_with(pair_prefix)) return true;
      std::vector<std::pair<std::uint32_t, Xapian::termcount>> postings;
      db_.ForEachPosting(term, [&](std::uint32_t place, const auto& posting) {
        postings.emplace_back(place, posting.get_wdf());
      });
      std::sort(postings.begin(), postings.end());
      all_ += term + " " + std::to_string(db_.Frequency(term)) + ":";
      for (const auto& [place, wdf] : postings) {
        all_ += " " + std::to_string(place) + "x" + std::to_string(wdf);
      }
      all_ += "\n";
      return true;
    });
  }

  void AddArticles(bool pairs) {
    std::vector<Xapian::termcount> lengths(order_.documents());
    db_.ForEachLength([&](std::uint32_t place, Xapian::termcount length) {
      lengths[place - 1] = length;
    });
    for (std::uint32_t place = 1; place <= order_.documents(); ++place) {
      const auto article = db_.Fetch(place);
      all_ += article ? EncodeArticle(*article) : article.error().message;
      if (pairs) all_ += " " + std::to_string(lengths[place - 1]);
      all_ += "\n";
    }
  }

  void AddValues() {
    std::vector<std::string> rows(order_.documents());
    for (std::size_t part = 0; part < order_.parts(); ++part) {
      for (const Field& field : kFields) {
        if (field.slot == kNoSlot) continue;
        const bool facet = field.kind == FieldKind::kFacet;
        const auto values = SplitLines(db_.Metadata(
            part, std::string(kMetaFacetPrefix) + std::string(field.name)));
        db_.ForEachValue(
            part, static_cast<Xapian::valueno>(field.slot),
            [&](std::uint32_t place, const std::string& bytes) {
              std::string& row = rows[place - 1];
              row += std::string(field.name) + "=";
              if (!facet) row += bytes;
              for (const auto ordinal : facet ? *DecodeOrdinals(bytes)
                                              : std::vector<std::uint32_t>()) {
                row += values.at(ordinal) + ";";
              }
            });
      }
    }
    for (const std::string& row : rows) all_ += row + "\n";
  }

  void AddWords() {
    std::vector<ForwardIndex> forward;
    forward.push_back(TakeOut(ForwardIndex::Open(dir_ / kForwardFile)));
    if (order_.parts() > 1) {
      forward.push_back(
          TakeOut(ForwardIndex::Open(dir_ / kChangesForwardFile)));
    }
    for (std::uint32_t place = 1; place <= order_.documents(); ++place) {
      const PartDocid at = order_.At(place);
      for (const WordRun& run : forward[at.part].Runs(at.docid)) {
        all_ += RoleName(run.role);
        for (const std::uint32_t word : run.words) {
          all_ += " " + std::string(forward[at.part].Word(word));
        }
        all_ += "\n";
      }
    }
  }

  template <typename T>
  static T TakeOut(Result<T> opened) {
    return std::move(*opened);
  }

  const std::filesystem::path dir_;
  const PlaceOrder order_;
  const MovedPages moved_;
  const ArticleDatabase db_;
  std::string all_;
};

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_BUILD_SNAPSHOT_CONTENTS_H_
