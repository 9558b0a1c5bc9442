package dev.processsync.bounds;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import dev.processsync.ApiClient;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as a process of its own, started as the README says, with little memory. */
final class SmallInstance implements AutoCloseable {

  private static final String ADMIN_PASSWORD = "admin-password-1";
  private static final String MEMORY = "-Xmx256m";
  private static final String PROGRAM = System.getProperty("packaged.jar", "");

  private final Path directory;
  private final int port = freePort();
  private Process process;

  private SmallInstance(Path directory) throws IOException {
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
    this.process = launch();
  }

  static SmallInstance start(Path directory) throws IOException {
    return new SmallInstance(directory).awaitUp();
  }

  /** With its records, after it has ended. */
  SmallInstance startAgain() throws IOException {
    process = launch();
    return awaitUp();
  }

  private SmallInstance awaitUp() {
    await("the instance, see " + log())
        .atMost(Duration.ofMinutes(5))
        .failFast("the instance has ended", () -> !process.isAlive())
        .until(this::isUp);
    return this;
  }

  /** As a program that takes all its memory when {@link #eatMemory} says so. */
  SmallInstance startAgainWithEater() throws IOException {
    Path classes = directory.resolve("eater");
    String file = MemoryEater.class.getName().replace('.', '/') + ".class";
    Path copy = classes.resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream compiled = MemoryEater.class.getResourceAsStream("/" + file)) {
      Files.copy(requireNonNull(compiled), copy);
    }
    process =
        launch(
            MEMORY,
            "-cp",
            PROGRAM + File.pathSeparator + classes,
            MemoryEater.class.getName(),
            told().toString());
    return awaitUp();
  }

  void eatMemory() throws IOException {
    Files.createFile(told());
  }

  private Path told() {
    return directory.resolve("told");
  }

  private Process launch() throws IOException {
    return launch(MEMORY, "-jar", PROGRAM);
  }

  private Process launch(String... program) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(List.of(program));
    command.add("--spring.config.additional-location=" + config());
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

  /** Waits for it to end by itself. */
  void awaitEnd() {
    process.onExit().orTimeout(2, TimeUnit.MINUTES).join();
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
