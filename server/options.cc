#include "server/options.h"

#include <toml++/toml.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>

namespace tracuu {
namespace {

struct OptionRow {
  const char* name;
  const char* fallback;
  const char* help;
};

// In the order --help and --print-config show them.
constexpr std::array<OptionRow, 8> kOptions{{
    {"index", "", "folder of the index that tracuu-index writes"},
    {"host", "127.0.0.1", "loopback address to listen on"},
    {"port", "8080", "port to listen on; 0 takes a free one"},
    {"threads", "64", "connections answered at the same time"},
    {"web", "", "folder of the page; default: the one of this installation"},
    {"allow-host", "",
     "further host names, separated by commas, under which clients may call"},
    {"log-level", "info", "trace, debug, info, warn, error or off"},
    {"ranking-without", "",
     "features of ranking to leave out, for measuring what each is worth"},
}};

struct Setting {
  std::string value;
  std::string origin;
};
using Settings = std::map<std::string, Setting, std::less<>>;

std::string VariableOf(std::string_view name) {
  std::string variable = "TRACUU_";
  for (const char c : name) {
    variable += c == '-' ? '_' : static_cast<char>(c - ('a' - 'A'));
  }
  return variable;
}

// The page lies beside the sources while developing, in share/ when installed.
std::string DefaultWeb() {
  for (const char* dir : {TRACUU_WEB_SOURCE_DIR, TRACUU_WEB_INSTALL_DIR}) {
    if (std::filesystem::is_directory(dir)) return dir;
  }
  return TRACUU_WEB_INSTALL_DIR;
}

// Text of a TOML value; nothing for tables, arrays and dates.
std::optional<std::string> TextOf(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) {
    return std::to_string(number->get());
  }
  return std::nullopt;
}

Status ReadTomlFile(const std::string& path, Settings* settings) {
  toml::table table;
  try {
    table = toml::parse_file(path);
  } catch (const toml::parse_error& error) {
    return Error{ErrorCode::kInvalidArgument,
                 path + ": line " + std::to_string(error.source().begin.line) +
                     ": " + std::string(error.description()),
                 ""};
  }
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const auto found = settings->find(name);
    const auto text = TextOf(node);
    if (found == settings->end() || !text) {
      return Error{ErrorCode::kInvalidArgument,
                   path + ": no option \"" + name + "\" of that kind", ""};
    }
    found->second = {*text, path};
  }
  return Ok{};
}

template <typename T>
Status ReadNumber(const Settings& settings, const char* name, T most, T* out) {
  const std::string& text = settings.find(name)->second.value;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), *out);
  const T least = 0;
  if (error != std::errc() || end != text.data() + text.size() ||
      *out < least || *out > most) {
    return Error{ErrorCode::kInvalidArgument,
                 "--" + std::string(name) + " " + text +
                     ": a number from 0 to " + std::to_string(most) +
                     " is needed",
                 ""};
  }
  return Ok{};
}

std::vector<std::string> SplitCommas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

Status Fill(const Settings& settings, ServeOptions* options) {
  const auto text = [&](const char* name) {
    return settings.find(name)->second.value;
  };
  options->index = text("index");
  options->host = text("host");
  options->web = text("web");
  options->allowed_hosts = SplitCommas(text("allow-host"));
  options->log_level = text("log-level");
  const auto ranking = RankingWithout(text("ranking-without"));
  if (!ranking) return ranking.error();
  options->ranking = *ranking;
  if (const Status port = ReadNumber(settings, "port", 65535, &options->port);
      !port) {
    return port;
  }
  const Status threads =
      ReadNumber<std::size_t>(settings, "threads", 4096, &options->threads);
  if (!threads) return threads;
  options->threads = std::max<std::size_t>(options->threads, 1);
  if (options->index.empty()) {
    return Error{ErrorCode::kInvalidArgument, "--index DIR is needed", ""};
  }
  return Ok{};
}

void PrintConfig(const Settings& settings) {
  for (const OptionRow& row : kOptions) {
    const Setting& setting = settings.find(row.name)->second;
    std::cout << row.name << " = \"" << setting.value << "\"  # "
              << setting.origin << '\n';
  }
}

OptionsOutcome BadUsage(const Error& error) {
  std::cerr << "tracuu-serve: " << error.message << '\n';
  return OptionsOutcome::kBadUsage;
}

// Defaults, then the file, then the environment, then the command line.
Status Gather(const std::map<std::string, std::string>& given,
              const std::string& config, Settings* settings) {
  for (const OptionRow& row : kOptions) {
    (*settings)[row.name] = {row.fallback, "default"};
  }
  (*settings)["web"].value = DefaultWeb();
  if (!config.empty()) {
    if (const Status read = ReadTomlFile(config, settings); !read) return read;
  }
  for (auto& [name, setting] : *settings) {
    const std::string variable = VariableOf(name);
    if (const char* value = std::getenv(variable.c_str())) {
      setting = {value, variable};
    }
    const auto found = given.find(name);
    if (found != given.end()) setting = {found->second, "command line"};
  }
  return Ok{};
}

}  // namespace

OptionsOutcome ReadOptions(int argc, char** argv, ServeOptions* options) {
  CLI::App cli(
      "Serves a Tracuu index: JSON API and web page, on a loopback address.",
      "tracuu-serve");
  cli.set_version_flag("--version", "tracuu-serve " TRACUU_VERSION);
  std::map<std::string, std::string> values;
  std::map<std::string, CLI::Option*> flags;
  for (const OptionRow& row : kOptions) {
    flags[row.name] = cli.add_option(
        "--" + std::string(row.name), values[row.name],
        std::string(row.help) + " [" + VariableOf(row.name) + "]");
  }
  std::string config;
  bool print = false;
  cli.add_option("--config", config, "TOML file with these options")
      ->envname("TRACUU_CONFIG");
  cli.add_flag("--print-config", print, "show what holds and whence, and end");
  cli.add_option("--explain-query", options->explain_query,
                 "show as JSON how this query is read, and end");
  cli.add_option("--explain-article", options->explain_article,
                 "with --explain-query: id of an article; show how it scores")
      ->needs("--explain-query");
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool answered = cli.exit(error) == 0;
    return answered ? OptionsOutcome::kDone : OptionsOutcome::kBadUsage;
  }
  std::erase_if(values,
                [&](const auto& one) { return flags[one.first]->empty(); });

  Settings settings;
  if (const Status read = Gather(values, config, &settings); !read) {
    return BadUsage(read.error());
  }
  if (print) {
    PrintConfig(settings);
    return OptionsOutcome::kDone;
  }
  if (const Status filled = Fill(settings, options); !filled) {
    return BadUsage(filled.error());
  }
  if (options->explain_query) return OptionsOutcome::kExplain;
  return OptionsOutcome::kServe;
}

}  // namespace tracuu
