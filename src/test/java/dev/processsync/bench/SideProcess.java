package dev.processsync.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A side's process as the benchmark sees it: it is asked, and answers. */
final class SideProcess implements AutoCloseable {

  /** Everybody's, whatever the benchmark itself runs on. */
  static final Jdk JDK = Jdk.chosen();

  private static final int PATIENCE_SECONDS = 900;

  private final String name;
  private final Path log;
  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;
  private final int port;
  private final Duration startToReady;

  private SideProcess(String name, Path log, Process process, long startNanos) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.port = Integer.parseInt(answer("start"));
    this.startToReady = Duration.ofNanos(System.nanoTime() - startNanos);
  }

  static SideProcess start(
      Contender contender, String letter, Database database, String peer, Path directory) {
    String name = contender.label() + "-" + letter;
    Path log = directory.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                JDK.command(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                SideMain.class.getName(),
                contender.name(),
                letter,
                database.name(),
                database.url(),
                database.user(),
                database.password(),
                peer)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("CLASSPATH", classPath());
    long startNanos = System.nanoTime();
    try {
      return new SideProcess(name, log, builder.start(), startNanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without empty entries, which would mean the working directory. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .collect(Collectors.joining(File.pathSeparator));
  }

  String url() {
    return "http://localhost:" + port;
  }

  /** From the start of the process until it could work. */
  Duration startToReady() {
    return startToReady;
  }

  /** User and system, of all its threads; nothing when it has ended. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  String ask(String command) {
    commands.println(command);
    return answer(command);
  }

  private String answer(String command) {
    String line = readLine(command);
    if (line == null || !line.startsWith("ok ")) {
      throw new IllegalStateException(
          "%s: %s: %s, see %s".formatted(name, command, line == null ? "has ended" : line, log));
    }
    return line.substring("ok ".length());
  }

  private @Nullable String readLine(String command) {
    try {
      return CompletableFuture.supplyAsync(this::nextLine)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .text();
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      throw new IllegalStateException(name + ": " + command + ": no answer, see " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Line nextLine() {
    try {
      return new Line(answers.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Line(@Nullable String text) {}

  /** In order, so that it can be started again on its database. */
  void stop() {
    commands.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(name + " does not stop, see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** At once: the databases are thrown away. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
