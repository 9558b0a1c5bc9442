package dev.processsync.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES key made of the administrator's text by PBKDF2 with a fixed context, so that every node
 * and every start makes the same.
 *
 * @param id tells keys apart without telling anything about them: stored with what they encrypt, so
 *     that a former key can be recognized
 */
record EncryptionKey(String id, SecretKey aes) {

  static final int MIN_LENGTH = 16;

  private static final byte[] CONTEXT =
      "process-sync credentials v1".getBytes(StandardCharsets.UTF_8);
  private static final int ITERATIONS = 210_000;
  private static final int KEY_BITS = 256;
  private static final int ID_BITS = 32;

  /**
   * @throws EncryptionKeyProblem if the text is too short to be a secret
   */
  static EncryptionKey of(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new EncryptionKeyProblem(
          "process-sync.encryption-key is too short: it takes at least %d characters."
              .formatted(MIN_LENGTH));
    }
    byte[] derived = derive(text);
    byte[] aes = Arrays.copyOf(derived, KEY_BITS / 8);
    byte[] id = Arrays.copyOfRange(derived, KEY_BITS / 8, derived.length);
    return new EncryptionKey(HexFormat.of().formatHex(id), new SecretKeySpec(aes, "AES"));
  }

  private static byte[] derive(String text) {
    PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), CONTEXT, ITERATIONS, KEY_BITS + ID_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public String toString() {
    return "EncryptionKey[" + id + "]";
  }
}
