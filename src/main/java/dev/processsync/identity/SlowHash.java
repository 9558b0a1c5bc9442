package dev.processsync.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Keeps the engine's passwords as bcrypt hashes instead of its own, fast SHA-512. */
final class SlowHash implements PasswordEncryptor {

  private static final int STRENGTH = 10;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(STRENGTH);

  /** Takes as long as a wrong password, so that time does not tell which logins exist. */
  static void pretendToCheck(@Nullable String password) {
    Nobody.SLOW.check(Objects.requireNonNullElse(password, ""), Nobody.HASH);
  }

  private static final class Nobody {
    static final SlowHash SLOW = new SlowHash();
    static final String HASH = SLOW.encrypt("nobody's password");
  }

  @Override
  public String encrypt(String password) {
    return bcrypt.encode(shortened(password));
  }

  @Override
  public boolean check(String password, String encrypted) {
    return bcrypt.matches(shortened(password), encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "bcrypt-sha384";
  }

  /** Bcrypt ignores what comes after 72 bytes, and the engine appends a salt: 64 bytes are safe. */
  private static String shortened(String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-384");
      return Base64.getEncoder()
          .encodeToString(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-384", e);
    }
  }
}
