#ifndef TRACUU_COMMON_DOMAIN_TABLE_H_
#define TRACUU_COMMON_DOMAIN_TABLE_H_

// The loader of our data tables: UTF-8, one header line, tab-separated, no
// quoting; "|" inside a cell separates values. Lines that begin with "#" are
// comments.

#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

// A parsed table. Cells are views into the bytes given to ParseTable(), which
// must outlive it (the embedded tables live as long as the program).
class Table {
 public:
  // One row; knows its columns by name.
  class Row {
   public:
    Row(const Table* table, std::size_t index) : table_(table), index_(index) {}
    // The cell under `column`; empty if the row is short. REQUIRES: the table
    // has that column (an unknown name ends the program: the tables are ours).
    std::string_view operator[](std::string_view column) const;
    // The cell split at "|"; no empty values.
    std::vector<std::string> List(std::string_view column) const;

   private:
    const Table* table_;
    std::size_t index_;
  };

  std::size_t size() const { return rows_.size(); }
  Row row(std::size_t index) const { return {this, index}; }

 private:
  friend Table ParseTable(std::string_view bytes);
  std::vector<std::string_view> columns_;
  std::vector<std::vector<std::string_view>> rows_;
};

Table ParseTable(std::string_view bytes);

// The embedded table of that file name. The program ends if there is none.
const Table& EmbeddedTable(std::string_view file_name);

// SHA-256 over all embedded tables: part of a snapshot's manifest.
std::string TablesFingerprint();

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_TABLE_H_
