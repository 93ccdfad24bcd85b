#include "common/index/xapian_guard.h"
