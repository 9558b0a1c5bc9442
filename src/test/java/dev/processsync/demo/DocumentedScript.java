package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tutorial's script as {@code docs/tutorial.md} has it, to the letter. */
final class DocumentedScript {

  private static final Path PAGE = Path.of("docs", "tutorial.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ADDRESSES = Pattern.compile("(?m)^A=.*$");
  private static final String SAMPLES = "samples=";

  private DocumentedScript() {}

  /**
   * Does the 51 steps, which have to succeed.
   *
   * @param directory where the script leaves its models and its log
   */
  static void link(Path directory, PackagedInstance a, PackagedInstance b)
      throws IOException, InterruptedException {
    String addresses =
        "A=%s B=%s A_ADMIN='%s' B_ADMIN='%s'"
            .formatted(a.url(), b.url(), a.passwords().admin(), b.passwords().admin());
    String script =
        ADDRESSES
            .matcher(steps())
            .replaceFirst(addresses)
            .replace(SAMPLES, SAMPLES + Path.of("").toAbsolutePath() + "/");
    Path file = Files.writeString(directory.resolve("tutorial.sh"), script);
    Path log = directory.resolve("tutorial.log");
    int result =
        new ProcessBuilder("bash", "-euo", "pipefail", file.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(result).as("see %s: %s", log, Files.readString(log)).isZero();
  }

  private static String steps() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("## By script");
    int to = page.indexOf("### Send a request", from);
    assertThat(to).as("where the steps end in %s", PAGE).isGreaterThan(from);
    return BLOCK
        .matcher(page.substring(from, to))
        .results()
        .map((MatchResult block) -> block.group(1))
        .collect(Collectors.joining("\n"));
  }
}
