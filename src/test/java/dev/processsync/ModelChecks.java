package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Camunda's own tools say of models, element templates and forms, and make of them: bpmnlint,
 * the published schema, form-js and the parts of Camunda Modeler, from npm. On a machine without
 * npm their tests are skipped and say so; with {@code REQUIRE_ALL_TESTS} in the environment, as
 * where changes are checked before they are merged, they fail.
 */
public final class ModelChecks {

  private static final Path SOURCE = Path.of("src/test/models");
  static final Path HOME = Path.of("target/model-checks");

  /** What the tools were installed by. */
  private static final Path INSTALLED = HOME.resolve("installed");

  private ModelChecks() {}

  private static final class Installed {
    static final boolean ONCE = install();
  }

  /** Fails with what bpmnlint has to say of these files. */
  public static void lint(Path... models) {
    check(with(List.of("npm", "run", "--silent", "lint", "--", "--max-warnings=0"), models));
  }

  /** Fails with what bpmnlint has to say of this model. */
  public static void lint(String name, String bpmn) {
    requireTools();
    lint(write(name, bpmn));
  }

  /** Fails with what the schema of element templates objects to in this file. */
  public static void requireValidTemplates(Path file) {
    check(List.of("npm", "run", "--silent", "templates", "--", file.toAbsolutePath().toString()));
  }

  /** Fails with what form-js, which draws forms in Tasklist, objects to or leaves out. */
  public static void requireReadableForms(Path... forms) {
    check(with(List.of("npm", "run", "--silent", "forms", "--"), forms));
  }

  private static List<String> with(List<String> command, Path... files) {
    List<String> all = new ArrayList<>(command);
    Stream.of(files).map(file -> file.toAbsolutePath().toString()).forEach(all::add);
    return all;
  }

  /**
   * Takes steps in Camunda Modeler.
   *
   * @param work as {@code modeler.mjs} reads it, in JSON
   */
  static void model(String name, String work) {
    requireTools();
    Path file = write(name, work).toAbsolutePath();
    check(List.of("npm", "run", "--silent", "modeler", "--", file.toString()));
  }

  private static Path write(String name, String text) {
    try {
      return Files.writeString(HOME.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(List<String> command) {
    requireTools();
    Outcome outcome = run(command);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  private static void requireTools() {
    if (Installed.ONCE) {
      return;
    }
    String what = "npm is not installed, or can't install what src/test/models/package.json names";
    if (System.getenv("REQUIRE_ALL_TESTS") == null) {
      abort("Skipped: " + what);
    } else {
      fail(what);
    }
  }

  /** Once for all JVMs that run tests here: each would take away what another one works with. */
  private static boolean install() {
    try {
      Files.createDirectories(HOME);
      try (FileChannel turn =
          FileChannel.open(
              HOME.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        turn.lock();
        return isInstalled() || installNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInstalled() throws IOException {
    for (Path file : sources()) {
      Path copy = INSTALLED.resolve(file.getFileName());
      if (Files.notExists(copy) || Files.mismatch(file, copy) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean installNow() throws IOException {
    copyTo(HOME);
    if (run(List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")).exitCode() != 0) {
      return false;
    }
    copyTo(Files.createDirectories(INSTALLED));
    return true;
  }

  private static void copyTo(Path folder) throws IOException {
    for (Path file : sources()) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCE)) {
      return files.toList();
    }
  }

  private record Outcome(int exitCode, String output) {}

  private static Outcome run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException noSuchProgram) {
      return new Outcome(-1, String.valueOf(noSuchProgram.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
