#include "common/domain/resolution.h"
