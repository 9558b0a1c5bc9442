package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged jar as two operating-system processes, linked as the documents say. */
class PackagedPairIT {

  @Test
  void linksTwoProcessesAndLosesNothingWhenOneIsKilled() throws Exception {
    Path directory = emptyDirectory();
    try (PackagedInstance customer = new PackagedInstance(directory, "customer");
        PackagedInstance vendor = new PackagedInstance(directory, "vendor")) {
      customer.awaitHealth();
      vendor.awaitHealth();
      Instance a = Instance.customer(customer.url(), customer.passwords());
      Instance b = Instance.vendor(vendor.url(), vendor.passwords());
      DocumentedScript.link(directory, customer, vendor);
      LinkedPair pair = new LinkedPair(a, b);

      Row request = pair.request("Laptop for a new colleague", "1");
      Row copy = pair.copyOf(request);
      assertThat(copy.get("urgency")).isEqualTo("1");

      pair.resolve(copy, "Solution provided", "Told before the power went");
      vendor.kill();
      vendor.startAgain();
      vendor.awaitHealth();

      Row resolved = pair.resolved(request);
      assertThat(resolved.get("close_notes")).isEqualTo("Told before the power went");
      assertThat(LinkedPair.incident(b, copy.sysId()).get("state")).isEqualTo("6");
      assertThat(pair.settled(b, "outbound", copy)).hasSize(1);
      assertThat(pair.settled(a, "inbound", request)).hasSize(1);
      assertThat(pair.copyOf(pair.request("After the restart", "2")).get("urgency")).isEqualTo("2");
    }
  }

  private static Path emptyDirectory() throws IOException {
    return Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "packaged-pair")), "run-")
        .toAbsolutePath();
  }
}
