// tracuu-serve: options → snapshot → app → signals.

#include <pthread.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include <iostream>
#include <utility>

#include "common/base/log.h"
#include "server/http/app.h"
#include "server/http/handlers.h"
#include "server/http/http_front.h"
#include "server/options.h"
#include "server/search/snapshot_watcher.h"

namespace tracuu {
namespace {

constexpr int kExitFailure = 1;
constexpr int kExitBadUsage = 2;

// The signals this program answers to, blocked in every thread so that one
// thread can wait for them.
sigset_t BlockSignals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    ::sigaddset(&signals, signal);
  }
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_IGN);  // A client that went away.
  return signals;
}

int Fail(const Error& error) {
  std::cerr << "tracuu-serve: " << error.message;
  if (!error.hint.empty()) std::cerr << " (" << error.hint << ")";
  std::cerr << '\n';
  return error.code == ErrorCode::kInvalidArgument ? kExitBadUsage
                                                   : kExitFailure;
}

// Answers as /api/v1/explain does, on standard output.
int ExplainQuery(const ServeOptions& options) {
  auto snapshot = Snapshot::Open(options.index, VerifyDepth::kSizes);
  if (!snapshot) return Fail(snapshot.error());
  Params params{{"q", *options.explain_query}};
  if (!options.explain_article.empty()) {
    params.emplace_back("id", options.explain_article);
  }
  const Limits limits;
  const HttpResponse response =
      HandleExplain(
          {params, "", *std::move(snapshot), limits, options.ranking});
  std::cout << response.body << '\n';
  return response.status == 200 ? 0 : kExitFailure;
}

int Serve(const ServeOptions& options) {
  const sigset_t signals = BlockSignals();
  auto files = StaticFiles::Load(options.web);
  if (!files) return Fail(files.error());

  SnapshotHolder snapshots;
  SnapshotWatcher watcher(options.index, &snapshots);
  const App app(snapshots, *std::move(files),
                AppOptions{{}, options.allowed_hosts, options.ranking});
  const auto front =
      MakeHttplibFront({options.host, options.port, options.threads});
  const Status started = front->Start(
      [&app](const HttpRequest& request) { return app.Handle(request); });
  if (!started) return Fail(started.error());

  const bool v6 = options.host.find(':') != std::string::npos;
  std::cout << "Tracuu: http://" << (v6 ? "[" : "") << options.host
            << (v6 ? "]" : "") << ':' << front->port() << std::endl;
  while (true) {
    int signal = 0;
    ::sigwait(&signals, &signal);
    if (signal != SIGHUP) break;
    watcher.Nudge();
  }
  spdlog::info("event=draining");
  front->Stop();
  return 0;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  tracuu::ServeOptions options;
  switch (tracuu::ReadOptions(argc, argv, &options)) {
    case tracuu::OptionsOutcome::kDone:
      return 0;
    case tracuu::OptionsOutcome::kBadUsage:
      return tracuu::kExitBadUsage;
    case tracuu::OptionsOutcome::kExplain:
      tracuu::InitLog("warn");
      return tracuu::ExplainQuery(options);
    case tracuu::OptionsOutcome::kServe:
      break;
  }
  tracuu::InitLog(options.log_level);
  return tracuu::Serve(options);
}
