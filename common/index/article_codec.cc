#include "common/index/article_codec.h"
