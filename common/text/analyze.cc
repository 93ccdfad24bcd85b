#include "common/text/analyze.h"
