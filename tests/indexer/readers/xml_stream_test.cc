#include "indexer/readers/xml_stream.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {
namespace {

// Writes down what it is told: "<a>", "</a>", and text as it comes.
class Told final : public XmlHandler {
 public:
  void Start(std::string_view name, std::string_view uri) override {
    all += "<" + std::string(name);
    if (!uri.empty()) all += " " + std::string(uri);
    all += ">";
    if (name == stop_at) stream->Stop();
  }
  void End(std::string_view name, std::string_view) override {
    all += "</" + std::string(name) + ">";
  }
  void Text(std::string_view text) override { all += text; }

  std::string all;
  std::string_view stop_at;
  XmlStream* stream = nullptr;
};

// What is told of `xml`, fed in pieces; "failed" behind it if that fails.
std::string Tell(std::string_view xml, std::size_t step,
                 std::string_view stop_at = "-") {
  Told told;
  XmlStream stream(&told);
  told.stop_at = stop_at;
  told.stream = &stream;
  for (std::size_t at = 0; at < xml.size(); at += step) {
    if (!stream.Add(xml.substr(at, step))) return told.all + " failed";
  }
  return stream.Finish() ? told.all : told.all + " failed";
}

}  // namespace

TEST_CASE("elements and texts are told whichever way the XML is cut") {
  const std::string xml =
      "<?xml version='1.0'?><!-- c --><a:u xmlns:a='urn:x'><v>1 &lt; "
      "&#x1EA3;</v><![CDATA[<đ>]]></a:u>";
  const std::string told = "<u urn:x><v>1 < ả</v><đ></u>";
  for (const std::size_t step : {1, 2, 3, 7, 1000}) {
    CHECK(Tell(xml, step) == told);
  }
  // A prefix that nobody declared hurts nobody.
  CHECK(Tell("<u><p:v/></u>", 100).ends_with("</u>"));
}

TEST_CASE("who has enough hears nothing more") {
  CHECK(Tell("<a><b>x</b><<<", 1, "b") == "<a><b>");
  CHECK(Tell("<a><b>x</b><<<", 100, "b") == "<a><b>");
}

TEST_CASE("what is no XML, or a bomb, fails") {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  std::string wide = "<a";
  for (int i = 0; i < 10'000; ++i) wide += " b" + std::to_string(i) + "='>'";
  for (const std::string& xml :
       {std::string(), std::string("text"), std::string("<a>"),
        std::string("<a></b>"), std::string("<a>&x;</a>"), std::string("<a/>x"),
        std::string("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"),
        "<?xml version='1.0'?>" + deep, wide + "/>",
        std::string("<a>\xFF</a>")}) {
    CHECK_MESSAGE(Tell(xml, 4096).ends_with("failed"), xml.substr(0, 60));
  }
}

}  // namespace tracuu
