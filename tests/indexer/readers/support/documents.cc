#include "tests/indexer/readers/support/documents.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdio>
#include <cstdlib>

namespace tracuu::test {

bool HasPdftotext() { return std::system("pdftotext -v >/dev/null 2>&1") == 0; }

std::string Pdf(const std::string& text, const std::string& trailer) {
  const std::string content =
      text.empty() ? "" : "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET";
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
      "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
          "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  };
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char row[32];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
    table += row;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer<</Size 6/Root 1 0 R" + trailer +
         ">>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string Zip(
    const std::vector<std::pair<std::string, std::string>>& entries) {
  std::size_t room = std::size_t{1} << 20;
  for (const auto& [name, bytes] : entries) room += bytes.size();
  std::string packed(room, '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_open_memory(writer, packed.data(), packed.size(), &used);
  for (const auto& [name, bytes] : entries) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  packed.resize(used);
  return packed;
}

std::string Document(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w="
         "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/"
         "2006\"><w:body>" +
         body + "</w:body></w:document>";
}

std::string Docx(const std::string& body) {
  return Zip({{"[Content_Types].xml", "<Types/>"},
              {"word/media/image1.png", std::string(10'000, 'x')},
              {"word/document.xml", Document(body)}});
}

}  // namespace tracuu::test
