#include "common/domain/article.h"

namespace tracuu {

const char* RoleName(BlockRole role) {
  switch (role) {
    case BlockRole::kTitle:
      return "title";
    case BlockRole::kStamp:
      return "stamp";
    case BlockRole::kByline:
      return "byline";
    case BlockRole::kLead:
      return "lead";
    case BlockRole::kBody:
      return "body";
    case BlockRole::kCaption:
      return "caption";
    case BlockRole::kIdentity:
      return "identity";
    case BlockRole::kChrome:
      return "chrome";
  }
  return "";
}

const char* EvidenceKindName(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::kText:
      return "text";
    case EvidenceKind::kRecord:
      return "record";
    case EvidenceKind::kUrl:
      return "url";
    case EvidenceKind::kOverride:
      return "override";
    case EvidenceKind::kDerived:
      return "derived";
  }
  return "";
}

const char* CertaintyName(Certainty certainty) {
  switch (certainty) {
    case Certainty::kHigh:
      return "high";
    case Certainty::kMedium:
      return "medium";
    case Certainty::kLow:
      return "low";
  }
  return "";
}

}  // namespace tracuu
