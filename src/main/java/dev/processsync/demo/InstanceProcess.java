package dev.processsync.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An instance as an operating-system process of its own, with the class path of this one. */
final class InstanceProcess {

  /** Under load JDK 17 throws compiled methods out again, and interprets them; later ones don't. */
  private static final String KEEPS_COMPILED_CODE = "-XX:-UseCodeCacheFlushing";

  private final String name;
  private final Path log;
  private final Process process;

  private InstanceProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** Secrets go by the environment: a command line can be read by everyone on the machine. */
  static InstanceProcess start(String name, int port, Path data, DemoSecrets secrets)
      throws IOException {
    Path log = data.resolve(name + ".log");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
                java.toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                KEEPS_COMPILED_CODE,
                PairedInstance.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("CLASSPATH", classPath());
    builder.environment().put("SPRING_APPLICATION_JSON", json(settings(name, port, data, secrets)));
    return new InstanceProcess(name, log, builder.start());
  }

  /** Without empty entries: one would mean the working directory, and its models a second time. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Map<String, String> settings(
      String name, int port, Path data, DemoSecrets secrets) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("process-sync.instance.name", name);
    settings.put("server.port", Integer.toString(port));
    settings.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + data.resolve(name)
            + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=200;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE");
    settings.put("process-sync.allow-http", "true");
    settings.put("process-sync.encryption-key", secrets.encryptionKey(name));
    settings.put("process-sync.admin-password", secrets.passwords(name).admin());
    return settings;
  }

  private static String json(Map<String, String> settings) {
    return new ObjectMapper().valueToTree(settings).toString();
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with this when the process has ended, for whatever reason. */
  CompletableFuture<InstanceProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  void askToStop() {
    process.destroy();
  }

  /** What doesn't stop within 30 seconds of being asked is ended. */
  void waitUntilStopped() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
