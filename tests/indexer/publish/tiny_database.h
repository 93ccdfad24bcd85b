#ifndef TRACUU_TESTS_INDEXER_PUBLISH_TINY_DATABASE_H_
#define TRACUU_TESTS_INDEXER_PUBLISH_TINY_DATABASE_H_

#include <xapian.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "common/index/article_codec.h"
#include "common/index/forward_writer.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace tracuu::test {

// Writes a database of `documents` articles without facets that satisfies the
// schema, as small as can be, as kDatabaseFile in `dir`, with a snapshot's
// other files, empty, beside it. `marker` is every article's text.
inline void WriteTinyDatabase(const std::filesystem::path& dir, int documents,
                              const std::string& marker) {
  std::filesystem::create_directories(dir);
  const auto segment = (dir / "segment").string();
  {
    Xapian::WritableDatabase db(segment, Xapian::DB_CREATE_OR_OVERWRITE);
    db.set_metadata(std::string(kMetaSchema), std::to_string(kSchemaVersion));
    for (int i = 0; i < documents; ++i) {
      Article article;
      article.id = "article" + std::to_string(i);
      article.text = marker;
      Xapian::Document document;
      document.set_data(EncodeArticle(article));
      document.add_boolean_term(MakeTerm(FieldNamed("id"), article.id));
      document.add_term("một");
      db.add_document(document);
    }
    db.commit();
  }
  Xapian::Database(segment).compact(
      (dir / kDatabaseFile).string(),
      Xapian::Compactor::FULL | Xapian::DBCOMPACT_SINGLE_FILE);
  std::filesystem::remove_all(segment);
  if (auto forward = ForwardWriter::Create(dir / kForwardFile, {})) {
    const std::vector<std::uint32_t> none(static_cast<std::size_t>(documents));
    if (!forward->Append(none, {}) || !forward->Finish()) std::abort();
  }
  // Not by WriteCopies(): tests count the calls of our own writing.
  std::ofstream(dir / kCopiesFile) << "tracuu copies 1\n";
  for (const std::string_view name : kSnapshotFiles) {
    if (std::filesystem::exists(dir / name)) continue;
    if (FILE* file = std::fopen((dir / name).c_str(), "w")) {
      std::fclose(file);
    }
  }
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_PUBLISH_TINY_DATABASE_H_
