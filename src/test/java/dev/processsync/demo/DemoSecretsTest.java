package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSecretsTest {

  @Test
  void areRandomKeptAndReadableByTheirOwnerAlone(@TempDir Path directory) throws IOException {
    DemoSecrets made = DemoSecrets.in(directory);
    DemoSecrets kept = DemoSecrets.in(directory);

    assertThat(kept.passwords("customer")).isEqualTo(made.passwords("customer"));
    assertThat(kept.encryptionKey("vendor")).isEqualTo(made.encryptionKey("vendor"));
    assertThat(made.passwords("customer")).isNotEqualTo(made.passwords("vendor"));
    assertThat(Files.getPosixFilePermissions(directory.resolve(DemoSecrets.FILE)))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void saysWhatAFileLacks(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve(DemoSecrets.FILE), "customer.admin-password=x");

    assertThatThrownBy(() -> DemoSecrets.in(directory).encryptionKey("customer"))
        .isInstanceOf(UsageProblem.class)
        .hasMessageContainingAll("demo.properties", "customer.encryption-key");
  }

  @Test
  void neverShowThemselves(@TempDir Path directory) throws IOException {
    Passwords passwords = DemoSecrets.in(directory).passwords("customer");

    assertThat(passwords.toString()).doesNotContain(passwords.admin());
  }
}
