#include "common/domain/province.h"
