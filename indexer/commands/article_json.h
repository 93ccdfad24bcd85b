#ifndef TRACUU_INDEXER_COMMANDS_ARTICLE_JSON_H_
#define TRACUU_INDEXER_COMMANDS_ARTICLE_JSON_H_

// How `explain` shows an article: one JSON object with what the index will
// hold, and why (common/index/article_json.h), and what was looked at and not
// taken.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "common/domain/article.h"

namespace tracuu {

nlohmann::ordered_json ArticleToJson(const Article& article);

// The same for people: a paragraph of lines, evidence quoted from the text.
std::string ArticleToText(const Article& article);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_ARTICLE_JSON_H_
