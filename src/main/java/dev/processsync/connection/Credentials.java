package dev.processsync.connection;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
import dev.processsync.storage.StoredSecrets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Basic auth credentials: the password goes into the database encrypted, and out to no one. */
@Component
class Credentials implements RecordRule, SmartInitializingSingleton {

  private static final String TABLE = "basic_auth_credentials";
  private static final String PASSWORD = "password";

  private static final Logger log = LoggerFactory.getLogger(Credentials.class);

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

  /**
   * A key that was forgotten is noticed at the start, not when the first message fails. What a
   * further key sealed is sealed with the present one, so that the other can go.
   */
  @Override
  public void afterSingletonsInstantiated() {
    List<TableRecord> stored = records.findBy(Actor.system(), TABLE, Map.of());
    if (stored.isEmpty()) {
      return;
    }
    if (!vault.hasKey()) {
      throw new EncryptionKeyProblem(
          "The database has encrypted credentials, but process-sync.encryption-key is not set.");
    }
    stored.forEach(this::sealWithPresentKey);
  }

  private void sealWithPresentKey(TableRecord credential) {
    String sysId = credential.sysId();
    String sealed = secrets.read(TABLE, sysId, PASSWORD).orElse("");
    if (sealed.isEmpty() || vault.isSealedWithPresentKey(sealed)) {
      return;
    }
    try {
      String anew = vault.seal(owner(sysId), vault.open(owner(sysId), sealed));
      if (secrets.replace(TABLE, sysId, PASSWORD, sealed, anew)) {
        log.info(
            "The password of credential {} ({}) is encrypted with the present key now",
            sysId,
            credential.get("name"));
      }
    } catch (EncryptionKeyProblem e) {
      log.warn(
          "The password of credential {} ({}) can't be read: {}. Enter it again, or add its key to process-sync.further-encryption-keys",
          sysId,
          credential.get("name"),
          e.getMessage());
    }
  }

  private static String owner(String sysId) {
    return TABLE + "/" + sysId;
  }
}
