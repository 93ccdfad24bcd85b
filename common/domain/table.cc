#include "common/domain/table.h"
