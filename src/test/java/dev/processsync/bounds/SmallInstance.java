package dev.processsync.bounds;

import static org.awaitility.Awaitility.await;

import dev.processsync.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packaged program as a process of its own, started as the README says, with little memory. */
final class SmallInstance implements AutoCloseable {

  private static final String ADMIN_PASSWORD = "admin-password-1";

  private final Path directory;
  private final int port = freePort();
  private Process process;

  private SmallInstance(Path directory, String... options) throws IOException {
    this.directory = directory;
    Files.writeString(
        config(),
        """
        server.port: %d
        process-sync:
          instance.name: small
          allow-http: true
          encryption-key: an encryption key for tests
          admin-password: %s
        """
            .formatted(port, ADMIN_PASSWORD));
    this.process = launch(options);
  }

  /**
   * @param options for the Java virtual machine
   */
  static SmallInstance start(Path directory, String... options) throws IOException {
    return new SmallInstance(directory, options).awaitUp();
  }

  /** With its records, after it has ended. */
  SmallInstance startAgain(String... options) throws IOException {
    process = launch(options);
    return awaitUp();
  }

  private SmallInstance awaitUp() {
    await("the instance, see " + log())
        .atMost(Duration.ofMinutes(5))
        .failFast("the instance has ended", () -> !process.isAlive())
        .until(this::isUp);
    return this;
  }

  private Process launch(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-jar",
            System.getProperty("packaged.jar"),
            "--spring.config.additional-location=" + config()));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  boolean isUp() {
    try {
      return admin().get("/actuator/health").status() == 200;
    } catch (IllegalStateException notNow) {
      return false;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Waits for it to end by itself. */
  void awaitEnd() {
    process.onExit().orTimeout(2, java.util.concurrent.TimeUnit.MINUTES).join();
  }

  /** kill -9: nothing is flushed, nobody is asked. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  ApiClient admin() {
    return new ApiClient("http://localhost:" + port, "admin", ADMIN_PASSWORD);
  }

  int port() {
    return port;
  }

  /** Whether a line of its log says this. */
  boolean said(String words) {
    try (Stream<String> lines = Files.lines(log())) {
      return lines.anyMatch(line -> line.contains(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path config() {
    return directory.resolve("small.yml");
  }

  private Path log() {
    return directory.resolve("small.log");
  }

  @Override
  public void close() {
    kill();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
