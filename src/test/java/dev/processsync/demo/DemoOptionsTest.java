package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

  @Test
  void usesThePortsOfTheReadmeUnlessToldOtherwise() {
    assertThat(DemoOptions.parse())
        .isEqualTo(new DemoOptions(8080, 8081, Path.of("data/demo").toAbsolutePath(), false));
  }

  @Test
  void keepsItsDatabasesApartFromThoseOfInstancesThatAreStartedByHand() throws Exception {
    Path byHand =
        Path.of(
            YAMLMapper.builder()
                .build()
                .readTree(Path.of("src/main/resources/application.yml").toFile())
                .at("/spring/datasource/url")
                .asText()
                .replaceAll("^jdbc:h2:file:([^$]*)/\\$.*", "$1"));

    assertThat(DemoOptions.parse().data()).isNotEqualTo(byHand.toAbsolutePath().normalize());
  }

  @Test
  void takesOtherPortsAndAnotherDirectory() {
    assertThat(
            DemoOptions.parse(
                "--customer.port=9000", "--vendor.port=9001", "--data=/tmp/pair", "--exit"))
        .isEqualTo(new DemoOptions(9000, 9001, Path.of("/tmp/pair"), true));
  }

  @Test
  void refusesAnArgumentThatIsNoneAndNamesThoseThatAre() {
    assertThatThrownBy(() -> DemoOptions.parse("--server.port=9000"))
        .isInstanceOf(UsageProblem.class)
        .hasMessageContainingAll("--server.port=9000", "--customer.port=", "--vendor.port=");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> DemoOptions.parse("--vendor.port=70000"))
        .isInstanceOf(UsageProblem.class)
        .hasMessageContainingAll("--vendor.port=70000", "1 to 65535");
  }

  @Test
  void refusesOnePortForBoth() {
    assertThatThrownBy(() -> DemoOptions.parse("--vendor.port=8080"))
        .isInstanceOf(UsageProblem.class)
        .hasMessageContaining("8080");
  }
}
