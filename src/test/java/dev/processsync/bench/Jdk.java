package dev.processsync.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** A Java that sides can run on. */
record Jdk(Path home, Runtime.Version version) {

  /** The one that {@code -Dbench.java} names, or the newest beside the one that runs now. */
  static Jdk chosen() {
    String home = System.getProperty("bench.java", "");
    if (!home.isEmpty()) {
      return at(Path.of(home))
          .orElseThrow(
              () -> new IllegalArgumentException("-Dbench.java=" + home + ": no Java is there"));
    }
    Path running = Path.of(System.getProperty("java.home"));
    Set<Path> places = new LinkedHashSet<>(List.of(beside(running)));
    Optional.ofNullable(System.getenv("JAVA_HOME"))
        .map(value -> beside(Path.of(value)))
        .ifPresent(places::add);
    return places.stream()
        .flatMap(Jdk::in)
        .max(Comparator.comparing(Jdk::version))
        .orElseGet(() -> new Jdk(running, Runtime.version()));
  }

  private static Path beside(Path home) {
    return home.resolve("..").normalize();
  }

  /** All that are in a directory. */
  static Stream<Jdk> in(Path directory) {
    try (Stream<Path> homes = Files.list(directory)) {
      return homes.sorted().toList().stream().flatMap(home -> at(home).stream());
    } catch (IOException unreadable) {
      return Stream.of();
    }
  }

  /** Nothing if there is none that says its version, or one from before versions looked as now. */
  static Optional<Jdk> at(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.exists(release)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(release)) {
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    try {
      return Optional.of(new Jdk(home, Runtime.Version.parse(version)));
    } catch (IllegalArgumentException old) {
      return Optional.empty();
    }
  }

  String command() {
    return home.resolve("bin").resolve("java").toString();
  }
}
