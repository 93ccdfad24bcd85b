#ifndef TRACUU_COMMON_BASE_FOLDER_H_
#define TRACUU_COMMON_BASE_FOLDER_H_

// What is done to a folder as a whole.

#include <filesystem>
#include <set>
#include <system_error>

namespace tracuu {

// Removes what is in the folder, with all below it, but for the entries named
// in `kept`, whose paths begin with `dir` as it is given. A folder that is not
// there is empty. Returns why it stopped, if it did.
std::error_code RemoveAllBut(const std::filesystem::path& dir,
                             const std::set<std::filesystem::path>& kept);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_FOLDER_H_
