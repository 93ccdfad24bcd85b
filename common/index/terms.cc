#include "common/index/terms.h"
