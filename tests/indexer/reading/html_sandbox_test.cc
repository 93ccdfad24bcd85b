#include "indexer/reading/html_sandbox.h"

#include <dirent.h>
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/indexer/reading/support/pages.h"

namespace tracuu {
namespace {

using test::Repeat;

std::string Blocks(HtmlSandbox& sandbox, std::string_view html) {
  const Result<HtmlPage> page = sandbox.Parse(html);
  if (!page) return "error: " + page.error().message;
  std::string text;
  for (const HtmlBlock& block : page->blocks) text += "[" + block.text + "]";
  return text;
}

// Limits under which a page of honest size is too much.
HtmlLimits Tight() {
  HtmlLimits limits;
  limits.max_time = std::chrono::milliseconds(50);
  return limits;
}

}  // namespace

TEST_CASE("text comes in blocks: block elements break it, inline do not") {
  HtmlSandbox sandbox;
  struct Case {
    const char* html;
    const char* blocks;
  };
  const Case cases[] = {
      {"", ""},
      {"<p>một</p><p>hai</p>", "[một][hai]"},
      {"a<b>b</b> <i>c</i><span>d</span>", "[ab cd]"},
      {"<p>một<br>hai<br/><br>ba</p>", "[một\nhai\n\nba]"},
      {"<p>  một \n\t hai </p>", "[một hai]"},
      {"<div>trước<p>trong</p>sau</div>", "[trước][trong][sau]"},
      {"&Acirc; &amp;lt; &#272;&#7843;ng", "[Â &lt; Đảng]"},
      {"<table><tr><td>a</td><td>b</td></tr></table>", "[a][b]"},
      {"<ul><li>a<li>b</ul>", "[a][b]"},
      {"<p>a<script>x</script><style>y</style><noscript>z</noscript>", "[a]"},
      {"<form>a<input value=b><select><option>c</select>"
       "<button>d</button><textarea>e</textarea></form>",
       "[a][d]"},
      {"<p hidden>a</p><p style='display: none'>b</p>c", "[c]"},
      {"<h1>a<p>b", "[a][b]"},
      {"<p>không đóng <b>gì", "[không đóng gì]"},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(Blocks(sandbox, c.html) == c.blocks, std::string(c.html));
  }
}

TEST_CASE("blocks carry what the markup says about them") {
  HtmlSandbox sandbox;
  const Result<HtmlPage> page = sandbox.Parse(
      "<body class=has-sidebar><nav><a href=/>Trang chủ</a></nav>"
      "<header>Đầu trang</header><h1 class=newsTitle>Tiêu đề</h1>"
      "<span class='post-date'>1/2/2021</span>"
      "<div class=box_tin_lienquan><a>x</a></div>"
      "<p class=sapo>Tóm tắt có <a>một nửa</a></p>"
      "<figure><figcaption>Ảnh</figcaption></figure>"
      "<footer>Cuối</footer>");
  REQUIRE(page);
  REQUIRE(page->blocks.size() == 8);
  const auto has = [&](std::size_t i, std::uint32_t hint) {
    return (page->blocks[i].hints & hint) != 0;
  };
  CHECK(has(0, kHintNavigation));
  CHECK(!has(0, kHintAside));
  CHECK(page->blocks[0].link_percent == 100);
  CHECK(has(1, kHintHeader));
  CHECK(has(2, kHintTitle));
  CHECK(page->blocks[2].heading == 1);
  CHECK(has(3, kHintDate));
  CHECK(has(5, kHintLead));
  CHECK(page->blocks[5].link_percent > 30);
  CHECK(page->blocks[5].link_percent < 70);
  CHECK(has(6, kHintCaption));
  CHECK(has(7, kHintFooter));
}

TEST_CASE("metadata is read from meta, itemprop, link and JSON-LD") {
  HtmlSandbox sandbox;
  const Result<HtmlPage> page = sandbox.Parse(
      "<head><title>T &amp; S</title>"
      "<meta property=og:title content='Tiêu đề'>"
      "<meta property=og:site_name content='Trang A'>"
      "<meta name=author content=B><link rel=canonical href=https://a.vn/1>"
      "<script type=application/ld+json>{\"@graph\":[{\"headline\":\"H\","
      "\"datePublished\":\"2021-11-29T11:02:00+07:00\"}]}</script></head>"
      "<script type=application/ld+json>{broken</script>"
      "<p itemprop=description content=D>x</p>");
  REQUIRE(page);
  CHECK(page->title == "T & S");
  CHECK(page->headline == "Tiêu đề");
  CHECK(page->site_name == "Trang A");
  CHECK(page->author == "B");
  CHECK(page->canonical_url == "https://a.vn/1");
  CHECK(page->published == "2021-11-29T11:02:00+07:00");
  CHECK(page->description == "D");
}

TEST_CASE("a page over a limit costs that page, and the next one is read") {
  HtmlSandbox sandbox;
  CHECK(Blocks(sandbox, "<p>trước") == "[trước]");
  const Result<HtmlPage> nested = sandbox.Parse(Repeat("<div>", 10'000));
  REQUIRE(!nested);
  CHECK(nested.error().code == ErrorCode::kTooLarge);
  CHECK(Blocks(sandbox, "<p>sau") == "[sau]");
}

TEST_CASE("a parser that takes too long is killed within its time") {
  HtmlSandbox sandbox(Tight());
  // Harmless to the look at the tags, quadratic for nobody, but 15 MB.
  const std::string big = Repeat("<p class=a>đoạn văn</p>\n", 500'000);
  const auto start = std::chrono::steady_clock::now();
  const Result<HtmlPage> page = sandbox.Parse(big);
  const auto took = std::chrono::steady_clock::now() - start;
  REQUIRE(!page);
  CHECK(page.error().code == ErrorCode::kTooLarge);
  CHECK(page.error().message.find("50 ms") != std::string::npos);
  CHECK(took < std::chrono::seconds(25));
}

TEST_CASE("a child that is killed while idle costs nothing") {
  HtmlSandbox sandbox;
  CHECK(Blocks(sandbox, "<p>một") == "[một]");
  // The only child of this process is the sandbox's.
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const pid_t pid = std::stoi(name);
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(pid), &info,
                 WEXITED | WNOHANG | WNOWAIT) == 0) {
      ::kill(pid, SIGKILL);
    }
  }
  CHECK(Blocks(sandbox, "<p>hai") == "[hai]");
}

TEST_CASE("sandboxes leave no process and no descriptor behind") {
  const auto descriptors = [] {
    std::size_t count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator("/proc/self/fd")) {
      (void)entry;
      ++count;
    }
    return count;
  };
  const std::size_t before = descriptors();
  for (int i = 0; i < 5; ++i) {
    HtmlSandbox sandbox;
    CHECK(Blocks(sandbox, "<p>a") == "[a]");
  }
  CHECK(descriptors() == before);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);  // No child at all.
}

TEST_CASE("each thread may have its sandbox") {
  std::vector<std::thread> threads;
  std::vector<int> good(4);
  for (std::size_t t = 0; t < good.size(); ++t) {
    threads.emplace_back([&good, t] {
      HtmlSandbox sandbox;
      for (int i = 0; i < 20; ++i) {
        good[t] += Blocks(sandbox, "<p>a<p>b") == "[a][b]" ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : good) CHECK(count == 20);
}

TEST_CASE("a program that is no parser is an error and not a hang") {
  SetHtmlChildProgram("/bin/true");
  HtmlSandbox sandbox;
  const Result<HtmlPage> page = sandbox.Parse("<p>a");
  SetHtmlChildProgram("/nonexistent");
  const Result<HtmlPage> none = sandbox.Parse("<p>a");
  SetHtmlChildProgram("/proc/self/exe");
  REQUIRE(!page);
  CHECK(page.error().code == ErrorCode::kUnavailable);
  REQUIRE(!none);
  CHECK(none.error().code == ErrorCode::kUnavailable);
  CHECK(Blocks(sandbox, "<p>a") == "[a]");
}

}  // namespace tracuu
