package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code mvn spring-boot:run} starts: shown once, kept on a restart, gone with its parent. */
class DemoPairIT {

  @Test
  void showsTheTutorialOnceAndKeepsItsData() throws Exception {
    Path directory =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "demo-pair")), "run-");
    int customer = PackagedInstance.freePort();
    int vendor = PackagedInstance.freePort();

    Process first = start(directory, "first.out", customer, vendor, "--exit");
    assertThat(first.waitFor()).as(out(directory, "first.out")).isZero();

    assertThat(out(directory, "first.out"))
        .contains(IntStream.rangeClosed(1, 51).mapToObj("[ %2d]"::formatted).toList())
        .contains("Resolved, Solution provided by System Administrator: The laptop is on its way")
        .contains("http://localhost:" + customer + "/camunda/app/cockpit/default/");

    Process second = start(directory, "second.out", customer, vendor);
    try {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> out(directory, "second.out").contains("The pair is up"));
      assertThat(out(directory, "second.out"))
          .contains("keep what an earlier start has set up")
          .doesNotContain("[  1]");
    } finally {
      second.destroyForcibly().waitFor();
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> isGone(customer) && isGone(vendor));
  }

  @Test
  void saysWhichPortIsBusy() throws Exception {
    Path directory =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "demo-pair")), "busy-");
    try (ServerSocket busy = new ServerSocket(0)) {
      Process refused =
          start(directory, "busy.out", busy.getLocalPort(), PackagedInstance.freePort(), "--exit");

      assertThat(refused.waitFor()).isEqualTo(2);
      assertThat(out(directory, "busy.out"))
          .contains("Port " + busy.getLocalPort() + " is in use", "--customer.port=");
    }
  }

  private static boolean isGone(int port) {
    return !new InstanceClient(URI.create("http://localhost:" + port), "nobody", "").isHealthy();
  }

  private static Process start(Path directory, String out, int customer, int vendor, String... more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DemoPair.class.getName(),
                "--customer.port=" + customer,
                "--vendor.port=" + vendor,
                "--data=" + directory.resolve("data")));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(out).toFile());
    // For the instances that it starts, too: half the time to start is most of this test.
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    return builder.start();
  }

  private static String out(Path directory, String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }
}
