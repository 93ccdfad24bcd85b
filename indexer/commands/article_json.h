#ifndef TRACUU_INDEXER_COMMANDS_ARTICLE_JSON_H_
#define TRACUU_INDEXER_COMMANDS_ARTICLE_JSON_H_

// How `explain` shows an article: one JSON object with what the index will
// hold, and why. The simple fields ("year": 2021) are what a search returns;
// "evidence" has every value with its role and each proof; "refused" what was
// looked at and not taken.
//
// All ranges count code points of "text", from 0, the end exclusive, so that
// text[start:end] is the passage in languages whose strings are code points.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "common/domain/article.h"

namespace tracuu {

nlohmann::ordered_json ArticleToJson(const Article& article);

// The same for people: a paragraph of lines, evidence quoted from the text.
std::string ArticleToText(const Article& article);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_ARTICLE_JSON_H_
