#include "common/domain/citation.h"
