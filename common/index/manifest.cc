#include "common/index/manifest.h"
