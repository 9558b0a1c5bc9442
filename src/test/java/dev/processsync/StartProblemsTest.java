package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts an instance with something wrong reads what and what to do, no stack trace. */
class StartProblemsTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aMistakeInADictionaryFile() throws Exception {
    Files.writeString(
        Files.createDirectory(folder.resolve("dictionary")).resolve("desk.yml"),
        "table: desk\nlabl: Desk\n");

    String told = startFails();

    assertThat(told).contains("desk.yml", "'labl'", "label", "Correct the file");
  }

  @Test
  void aPasswordOfTheFirstAdministratorThatIsTooShort() throws Exception {
    String told = startFails("--process-sync.admin-password=abc");

    assertThat(told).contains("process-sync.admin-password", "at least 8 characters");
  }

  @Test
  void aDatabaseServerThatIsNotThere() throws Exception {
    String told =
        startFails(
            "--spring.datasource.url=jdbc:postgresql://localhost:1/customer",
            "--spring.datasource.username=customer");

    assertThat(told).contains("localhost:1 refused", "spring.datasource.url");
  }

  @Test
  void aDatabaseThatIsNotThere() throws Exception {
    String told = startFails("--spring.datasource.url=jdbc:h2:file:./none;IFEXISTS=TRUE");

    assertThat(told).contains("not found", "spring.datasource.url");
  }

  /**
   * In a process of its own: an instance that fails half-way leaves parts of the engine in its JVM.
   *
   * @return what the instance has to say in the end
   */
  private String startFails(String... settings) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absoluteClassPath(),
                ProcessSyncApplication.class.getName(),
                "--server.port=0"));
    command.addAll(List.of(settings));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    int end = output.indexOf("APPLICATION FAILED TO START");
    assertThat(end).as(output).isPositive();
    assertThat(output)
        .doesNotContain("Application run failed", "\tat ", "dev.processsync.dictionary.TableFile");
    return output.substring(end);
  }

  private static String absoluteClassPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
