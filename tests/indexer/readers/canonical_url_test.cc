#include "indexer/readers/canonical_url.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_CASE("spellings of one address come to one") {
  struct Case {
    const char* given;
    const char* canonical;
  };
  const Case cases[] = {
      {"https://x.example/a", "https://x.example/a"},
      {"HTTPS://X.Example/A", "https://x.example/A"},
      {"https://x.example", "https://x.example/"},
      {"https://x.example?a=1", "https://x.example/?a=1"},
      {"http://x.example:80/", "http://x.example/"},
      {"https://x.example:443/", "https://x.example/"},
      {"https://x.example:80/", "https://x.example:80/"},
      {"https://x.example:/", "https://x.example/"},
      {"https://x.example./a", "https://x.example/a"},
      {"https://user:pass@x.example/a", "https://x.example/a"},
      {"https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"},
      {"https://[2001:db8::1]/a", "https://[2001:db8::1]/a"},
      {"https://x.example/a#top", "https://x.example/a"},
      {"https://x.example/a?#top", "https://x.example/a"},
      {"https://x.example/tin/index.html", "https://x.example/tin/"},
      {"https://x.example/INDEX.HTM#a", "https://x.example/"},
      {"https://x.example/Default.aspx", "https://x.example/"},
      {"https://x.example/index.php?id=1", "https://x.example/index.php?id=1"},
      {"https://x.example/index.php?utm_source=a", "https://x.example/"},
      {"https://x.example/reindex.html", "https://x.example/reindex.html"},
      {"https://x.example/a?utm_source=b&id=5&FBCLID=c",
       "https://x.example/a?id=5"},
      {"https://x.example/a?b=2&a=1", "https://x.example/a?b=2&a=1"},
      {"https://x.example/a?x&&y=", "https://x.example/a?x&y="},
      {"https://x.example/a;jsessionid=0A1B?p=1", "https://x.example/a?p=1"},
      {"https://x.example/a/./b/../c/", "https://x.example/a/c/"},
      {"https://x.example/../../a/..", "https://x.example/"},
      {"https://x.example/a//b", "https://x.example/a//b"},
      {"https://x.example/%7euser/%2f%c4%91",
       "https://x.example/~user/%2F%C4%91"},
      {"https://x.example/đảng bộ",
       "https://x.example/%C4%91%E1%BA%A3ng%20b%E1%BB%99"},
      {"https://x.example/100%", "https://x.example/100%25"},
      {" https://x.example/a\n", "https://x.example/a"},
  };
  for (const Case& c : cases) {
    CHECK(CanonicalUrl(c.given) == c.canonical);
    CHECK_MESSAGE(CanonicalUrl(c.canonical) == c.canonical, c.canonical);
  }
}

TEST_CASE("what is no web address stays as it is") {
  for (const char* key : {"", "a1", "urn:x:1", "ftp://x.example/a", "https://",
                          "https:///a", "https://x y/", "http://x:port/",
                          "//x.example/a", "mailto:a@x.example"}) {
    CHECK(CanonicalUrl(key) == key);
  }
}

}  // namespace tracuu
