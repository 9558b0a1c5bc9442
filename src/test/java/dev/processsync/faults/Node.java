package dev.processsync.faults;

import static org.awaitility.Awaitility.await;

import dev.processsync.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the processes of an instance. It can be killed, paused, and started again. */
final class Node implements AutoCloseable {

  static final String ADMIN_PASSWORD = "admin-password-1";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private enum Condition {
    DOWN,
    STARTING,
    UP,
    PAUSED
  }

  private final String name;
  private final Path directory;
  private final Databases databases;
  private final int port = freePort();
  private volatile Condition condition = Condition.DOWN;
  private volatile @Nullable Process process;
  private volatile int lives;
  private volatile int livesEnded;

  Node(String name, Fault.SideName side, Path directory, Databases databases) throws IOException {
    this.name = name;
    this.directory = directory;
    this.databases = databases;
    Files.writeString(config(), settings(side));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  ApiClient admin() {
    return new ApiClient("http://localhost:" + port, "admin", ADMIN_PASSWORD);
  }

  boolean isUp() {
    return condition == Condition.UP;
  }

  /** Which of its lives this is, counted from its starts. */
  int life() {
    return lives;
  }

  synchronized void start() {
    lives++;
    condition = Condition.STARTING;
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "-Xmx384m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            // Half the time to start, which is most of what a killed node costs here.
            "-XX:TieredStopAtLevel=1",
            "-jar",
            System.getProperty("packaged.jar"),
            "--spring.config.additional-location=" + config());
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until it serves requests, unless it is killed before. */
  void awaitUp() {
    int life = lives;
    await(name + " to be up")
        .atMost(PATIENCE)
        .failFast(name + " has ended by itself, see " + log(), () -> hasEndedByItself(life))
        .until(() -> lives != life || condition != Condition.STARTING || isHealthy());
    synchronized (this) {
      if (lives == life && condition == Condition.STARTING) {
        condition = Condition.UP;
      }
    }
  }

  boolean hasEndedByItself() {
    return hasEndedByItself(lives);
  }

  private synchronized boolean hasEndedByItself(int life) {
    Process running = process;
    return lives == life && condition != Condition.DOWN && running != null && !running.isAlive();
  }

  private boolean isHealthy() {
    try {
      return admin().get("/actuator/health").status() == 200;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  /**
   * kill -9: nothing is flushed, nobody is asked. Returns when the database has let go of it, too.
   */
  synchronized boolean kill() {
    if (condition == Condition.DOWN) {
      return false;
    }
    condition = Condition.DOWN; // First: who misses an answer looks here.
    end();
    await("the database to let go of " + name)
        .atMost(PATIENCE)
        .until(() -> databases.connectionsOf(name) == 0);
    livesEnded = lives;
    return true;
  }

  synchronized boolean pause() {
    if (condition != Condition.UP) {
      return false;
    }
    condition = Condition.PAUSED;
    signal("STOP");
    return true;
  }

  synchronized void resume() {
    if (condition == Condition.PAUSED) {
      signal("CONT");
      condition = Condition.UP;
    }
  }

  /**
   * After a request without an answer: until it is certain that the node will not carry it out any
   * more. A connection that broke though the node lives on was closed before the request was read.
   */
  void awaitEndOfRequest(int life) {
    await(name + " to be gone")
        .atMost(PATIENCE)
        .until(() -> livesEnded >= life || (lives == life && isUp() && !hasEndedByItself()));
  }

  private void signal(String signal) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  @Override
  public synchronized void close() {
    condition = Condition.DOWN;
    end();
  }

  private String settings(Fault.SideName side) {
    return """
        server:
          port: %d
          tomcat.threads.max: 20
        spring.datasource:
          url: "%s"
          username: %s
          password: ""
          hikari.maximum-pool-size: 14
        # A job that a killed node had taken is free again after this time.
        camunda.bpm.job-execution.lock-time-in-millis: 10000
        process-sync:
          instance.name: %s
          allow-http: true
          encryption-key: an encryption key that both nodes of %s have
          admin-password: %s
          connection: {connect-timeout: 2s, request-timeout: 8s}
          outbound: {connection-tries: 3, connection-interval: 1s}
          retry: {times: 3, interval: 2s}
        """
        .formatted(port, databases.url(side, name), Databases.USER, side, side, ADMIN_PASSWORD);
  }

  private Path config() {
    return directory.resolve(name + ".yml");
  }

  private Path log() {
    return directory.resolve(name + ".log");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
