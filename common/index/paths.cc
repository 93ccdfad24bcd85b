#include "common/index/paths.h"
