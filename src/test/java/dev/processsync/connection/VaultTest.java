package dev.processsync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final String OWNER = "basic_auth_credentials/1";

  private final Vault vault = vault("a key that is long enough");

  @Test
  void opensWhatItSealed() {
    assertThat(vault.open(OWNER, vault.seal(OWNER, "geheim € 🔑"))).isEqualTo("geheim € 🔑");
  }

  @Test
  void opensItAfterARestartWithTheSameKey() {
    String sealed = vault.seal(OWNER, "secret");

    assertThat(vault("a key that is long enough").open(OWNER, sealed)).isEqualTo("secret");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(vault.seal(OWNER, "secret"))
        .isNotEqualTo(vault.seal(OWNER, "secret"))
        .startsWith("v1:")
        .doesNotContain("secret");
  }

  @Test
  void saysThatAnotherKeyIsNeeded() {
    String sealed = vault.seal(OWNER, "secret");

    assertThatThrownBy(() -> vault("another key, long enough").open(OWNER, sealed))
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageContaining("another process-sync.encryption-key")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("long enough");
  }

  @Test
  void opensWhatAFurtherKeySealedButSealsWithThePresentOne() {
    Vault rotated = new Vault("the next key, long enough", List.of("a key that is long enough"));
    String former = vault.seal(OWNER, "secret");

    String anew = rotated.seal(OWNER, rotated.open(OWNER, former));

    assertThat(rotated.isSealedWithPresentKey(former)).isFalse();
    assertThat(rotated.isSealedWithPresentKey(anew)).isTrue();
    assertThat(vault("the next key, long enough").open(OWNER, anew)).isEqualTo("secret");
  }

  @Test
  void refusesWhatWasMovedToAnotherRecord() {
    String sealed = vault.seal(OWNER, "secret");

    assertThatThrownBy(() -> vault.open("basic_auth_credentials/2", sealed))
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageContaining("belongs to another record");
  }

  @Test
  void refusesWhatWasDamaged() {
    String sealed = vault.seal(OWNER, "secret");

    assertThatThrownBy(() -> vault.open(OWNER, sealed.substring(0, sealed.length() - 8)))
        .isInstanceOf(EncryptionKeyProblem.class);
    assertThatThrownBy(() -> vault.open(OWNER, sealed.substring(0, 14)))
        .isInstanceOf(EncryptionKeyProblem.class);
    assertThatThrownBy(() -> vault.open(OWNER, "secret in plain text"))
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageNotContaining("plain text");
  }

  @Test
  void namesThePropertyThatIsMissing() {
    assertThatThrownBy(() -> new Vault(null, List.of()).seal(OWNER, "secret"))
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageContaining("process-sync.encryption-key");
  }

  @Test
  void refusesAKeyThatAnyoneCouldGuess() {
    assertThatThrownBy(() -> EncryptionKey.of("short"))
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageContaining("at least 16 characters");
  }

  private static Vault vault(String key) {
    return new Vault(key, List.of());
  }
}
