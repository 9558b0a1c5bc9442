package dev.processsync.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a table was measured with: numbers mean nothing without it.
 *
 * @param commit of the code, when it began
 * @param databases product and version of each
 */
record Circumstances(Jdk jdk, String commit, List<String> databases, Settings settings) {

  String line() {
    return "JDK %s, %s, commit %s, %d processors; %d runs of %,d events, %d threads, at most %d s of warm-up"
        .formatted(
            jdk.version(),
            String.join(", ", databases),
            commit,
            Runtime.getRuntime().availableProcessors(),
            settings.runs(),
            settings.events(),
            settings.threads(),
            settings.warmUp().toSeconds());
  }

  /** With {@code -dirty} if files differ from it. */
  static String currentCommit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return answer.isEmpty() ? "unknown" : answer;
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
