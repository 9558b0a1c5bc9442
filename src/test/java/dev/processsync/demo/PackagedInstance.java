package dev.processsync.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** The packaged jar as a process of its own, configured by a file as docs/configuration.md says. */
final class PackagedInstance implements AutoCloseable {

  private final Path directory;
  private final String name;
  private final int port = freePort();
  private final Passwords passwords =
      new Passwords("packaged-admin-" + port, "packaged-api-" + port, "packaged-run-as-" + port);
  private Process process;

  PackagedInstance(Path directory, String name) throws IOException {
    this.directory = directory;
    this.name = name;
    Files.writeString(config(), settings());
    this.process = launch();
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  Passwords passwords() {
    return passwords;
  }

  void awaitHealth() {
    InstanceClient client = new InstanceClient(url(), "admin", passwords.admin());
    await()
        .atMost(Duration.ofMinutes(3))
        .failFast(name + " has ended, see " + log(), () -> !process.isAlive())
        .until(client::isHealthy);
  }

  /** kill -9: nothing is flushed, nobody is asked. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private Process launch() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            // Half the time to start, and this program lives for a minute.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            System.getProperty("packaged.jar"),
            "--spring.config.additional-location=" + config())
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private String settings() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return """
        server.port: %d
        process-sync:
          instance.name: %s
          allow-http: true
          encryption-key: %s
          admin-password: %s
        """
        .formatted(port, name, Base64.getEncoder().encodeToString(key), passwords.admin());
  }

  private Path config() {
    return directory.resolve(name + ".yml");
  }

  private Path log() {
    return directory.resolve(name + ".log");
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
