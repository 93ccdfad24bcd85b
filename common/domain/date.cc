#include "common/domain/date.h"
