#include "common/domain/document_symbol.h"
