#include "common/domain/unit_vocabulary.h"
