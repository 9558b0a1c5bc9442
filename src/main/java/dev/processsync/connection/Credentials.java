package dev.processsync.connection;

import dev.processsync.table.Actor;
import dev.processsync.table.RecordChange;
import dev.processsync.table.RecordRule;
import dev.processsync.table.Records;
import dev.processsync.table.StoredSecrets;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Basic auth credentials: the password goes into the database encrypted, and out to no one. */
@Component
class Credentials implements RecordRule, SmartInitializingSingleton {

  private static final String TABLE = "basic_auth_credentials";
  private static final String PASSWORD = "password";

  private final Vault vault;
  private final StoredSecrets secrets;
  private final Records records;

  Credentials(Vault vault, StoredSecrets secrets, Records records) {
    this.vault = vault;
    this.secrets = secrets;
    this.records = records;
  }

  /**
   * The password of stored credentials.
   *
   * @throws EncryptionKeyProblem if it can't be read with this instance's key
   */
  String password(String sysId) {
    return secrets
        .read(TABLE, sysId, PASSWORD)
        .map(stored -> vault.open(owner(sysId), stored))
        .orElseThrow(() -> new EncryptionKeyProblem("none is stored"));
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(TABLE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (change.get("user_name").indexOf(':') >= 0) {
      throw change.invalid(
          "user_name",
          "User name (basic_auth_credentials.user_name) has a colon, which HTTP Basic"
              + " authentication can't send: leave it out.");
    }
    change
        .secret(PASSWORD)
        .filter(given -> !given.isEmpty())
        .ifPresent(given -> change.storeSecret(PASSWORD, seal(change, given)));
  }

  private String seal(RecordChange change, String given) {
    try {
      return vault.seal(owner(change.sysId()), given);
    } catch (EncryptionKeyProblem e) {
      throw change.invalid(PASSWORD, "The password can't be stored: " + e.getMessage() + ".");
    }
  }

  /** A key that was forgotten is noticed at the start, not when the first message fails. */
  @Override
  public void afterSingletonsInstantiated() {
    if (!vault.hasKey() && !records.findBy(Actor.system(), TABLE, Map.of()).isEmpty()) {
      throw new EncryptionKeyProblem(
          "The database has encrypted credentials, but process-sync.encryption-key is not set.");
    }
  }

  private static String owner(String sysId) {
    return TABLE + "/" + sysId;
  }
}
