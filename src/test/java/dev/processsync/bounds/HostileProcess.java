package dev.processsync.bounds;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link HostileClients} at work. */
final class HostileProcess implements AutoCloseable {

  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final String ACCEPTED = "accepted ";

  /** What the partner sends. */
  enum Large {
    AS_MAY_BE(7),
    TOO_LARGE(9);

    final int messages;

    Large(int messages) {
      this.messages = messages;
    }
  }

  private final Process process;
  private final Path said;

  private HostileProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static HostileProcess start(Path directory, int port, Partner hostile, Large large)
      throws IOException {
    Path said = Files.createTempFile(directory, "attack-", ".log");
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            HostileClients.class.getName(),
            Integer.toString(port),
            hostile.client().basic(),
            hostile.remoteSystem(),
            large.name()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("CLASSPATH", classPath());
    return new HostileProcess(builder.start(), said);
  }

  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Until each kind of attack has begun. */
  void awaitAttacks() {
    await("attacks, see " + said)
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Stream.of("large ", "login ", "query ", "drip ", "drip login ")
                    .allMatch(kind -> lines().stream().anyMatch(line -> line.startsWith(kind))));
  }

  /** Until it has sent large messages and was asked to send fewer. */
  void awaitRefusals() {
    await("refusals, see " + said)
        .atMost(Duration.ofMinutes(2))
        .until(() -> accepted().size() >= 14 && lines().contains("large 429"));
  }

  /** The ids of messages that the instance has taken. */
  List<String> accepted() {
    return lines().stream()
        .filter(line -> line.startsWith(ACCEPTED))
        .map(line -> line.substring(ACCEPTED.length()))
        .toList();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
