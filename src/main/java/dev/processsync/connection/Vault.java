package dev.processsync.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Encrypts secrets for the database by AES-256-GCM. The stored form is {@code v1:<key id>:<Base64
 * of nonce and ciphertext>}. A secret is bound to its record: copied to another one, it can't be
 * read.
 */
final class Vault {

  private static final String VERSION = "v1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<Optional<EncryptionKey>> key;
  private final Supplier<List<EncryptionKey>> further;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param keyText what the key is made of at its first use, which takes a while; null or blank if
   *     this instance was given none: it then can't keep secrets
   * @param furtherTexts of keys that open what they sealed, and seal nothing
   */
  Vault(@Nullable String keyText, List<String> furtherTexts) {
    this.key =
        SingletonSupplier.of(
            () ->
                Optional.ofNullable(keyText)
                    .filter(text -> !text.isBlank())
                    .map(EncryptionKey::of));
    this.further =
        SingletonSupplier.of(
            () ->
                furtherTexts.stream()
                    .filter(text -> !text.isBlank())
                    .map(EncryptionKey::of)
                    .toList());
  }

  /**
   * @throws EncryptionKeyProblem if there is one, but it is too short
   */
  boolean hasKey() {
    return key.get().isPresent();
  }

  /**
   * @param owner what the secret belongs to, the same for {@link #open}
   * @throws EncryptionKeyProblem if this instance has no key
   */
  String seal(String owner, String secret) {
    EncryptionKey current = requireKey();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, current, nonce, owner)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      ByteBuffer both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return String.join(
          ":", VERSION, current.id(), Base64.getEncoder().encodeToString(both.array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  /** Whether the present key sealed this, so that no other is needed to read it. */
  boolean isSealedWithPresentKey(String stored) {
    return stored.startsWith(VERSION + ":" + requireKey().id() + ":");
  }

  /**
   * @throws EncryptionKeyProblem if there is no key, or none of them sealed this, or the stored
   *     form was tampered with
   */
  String open(String owner, String stored) {
    EncryptionKey current = requireKey();
    List<String> parts = List.of(stored.split(":", 3));
    if (parts.size() != 3 || !parts.get(0).equals(VERSION)) {
      throw new EncryptionKeyProblem("it is not stored in a form that this version can read");
    }
    EncryptionKey sealing =
        Stream.concat(Stream.of(current), further.get().stream())
            .filter(known -> known.id().equals(parts.get(1)))
            .findFirst()
            .orElseThrow(
                () ->
                    new EncryptionKeyProblem(
                        "it was encrypted with another process-sync.encryption-key (id %s) than the present one (id %s)"
                            .formatted(parts.get(1), current.id())));
    try {
      byte[] both = Base64.getDecoder().decode(parts.get(2));
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      return new String(
          cipher(Cipher.DECRYPT_MODE, sealing, nonce, owner)
              .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EncryptionKeyProblem("what is stored was damaged or belongs to another record");
    }
  }

  private EncryptionKey requireKey() {
    return key.get()
        .orElseThrow(
            () ->
                new EncryptionKeyProblem(
                    "this instance has no process-sync.encryption-key: set it to at least %d characters and restart"
                        .formatted(EncryptionKey.MIN_LENGTH)));
  }

  private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
