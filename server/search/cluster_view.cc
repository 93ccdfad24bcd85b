#include "server/search/cluster_view.h"

#include <algorithm>
#include <utility>

#include "common/index/xapian_guard.h"
#include "server/search/highlighter.h"

namespace tracuu {

Result<ClusterView> ViewCluster(const Snapshot& snapshot, std::string_view id,
                                const ClusterPageRequest& request,
                                std::size_t max_snippet_chars) {
  return GuardXapian([&]() -> Result<ClusterView> {
    const Snapshot::Lease database = snapshot.Borrow();
    const auto found = database->Find(id);
    if (!found) {
      return Error{ErrorCode::kNotFound, "no article with this id", ""};
    }
    ClusterView view;
    view.cluster = snapshot.ClusterOf(*found);
    if (!view.cluster) return view;
    const auto members =
        snapshot.clusters().MembersOf(snapshot.clusters().Of(*found));
    const Highlighter highlighter(QueryNode{}, {}, max_snippet_chars);
    const std::size_t begin =
        std::min(members.size(), (request.page - 1) * request.per_page);
    const std::size_t end = std::min(members.size(), begin + request.per_page);
    for (const std::uint32_t docid : members.subspan(begin, end - begin)) {
      auto article = database->Fetch(docid);
      if (!article) return article.error();
      Hit hit;
      Highlights shown = highlighter.Show(*article);
      hit.article = *std::move(article);
      hit.cluster = view.cluster;
      hit.title = std::move(shown.title);
      hit.snippet = std::move(shown.snippet);
      view.documents.push_back(std::move(hit));
    }
    return view;
  });
}

}  // namespace tracuu
