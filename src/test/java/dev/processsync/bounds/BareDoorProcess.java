package dev.processsync.bounds;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@link BareDoor} as a process of its own. */
final class BareDoorProcess implements AutoCloseable {

  private final Process process;
  private final Path said;

  private BareDoorProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static BareDoorProcess start(Path directory) throws IOException {
    Path said = directory.resolve("bare-door.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                BareDoor.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("CLASSPATH", HostileProcess.classPath());
    return new BareDoorProcess(builder.start(), said);
  }

  /** Before it there may be what the machine's settings make a JVM say. */
  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  int port() throws IOException {
    await("the port, see " + said)
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.readString(said).matches("(?s)(.*\n)?\\d+\n"));
    return Integer.parseInt(last(Files.readAllLines(said)));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
