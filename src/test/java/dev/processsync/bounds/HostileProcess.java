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

/** {@link HostileClients} at work. */
final class HostileProcess implements AutoCloseable {

  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final String ACCEPTED = "accepted ";

  private final Process process;
  private final Path said;

  private HostileProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static HostileProcess start(Path directory, int port, Partner hostile) throws IOException {
    Path said = directory.resolve("attack.log");
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
            hostile.remoteSystem()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("CLASSPATH", classPath());
    return new HostileProcess(builder.start(), said);
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
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
