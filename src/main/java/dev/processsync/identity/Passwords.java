package dev.processsync.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether a password is right: asked of the engine, whose hash is slow on purpose, and remembered
 * for a minute, so that a client that sends it with each request is served fast.
 *
 * <p>What is remembered is a keyed digest; the key dies with the process. Another node learns of a
 * changed password when its memory of the old one ends.
 */
@Component
class Passwords {

  private static final String DIGEST = "HmacSHA256";

  private final IdentityService engine;
  private final SlowHash hash = new SlowHash();
  private final String nobodysHash = hash.encrypt("nobody's password");
  private final SecretKeySpec key;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, byte[]> proven =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(60)).build();

  /** The engine is looked up late: it needs the mirror, which needs this. */
  Passwords(@Lazy IdentityService engine) {
    this.engine = engine;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, DIGEST);
  }

  boolean isRight(String login, String password) {
    byte[] given = digest(login, password);
    byte[] known = proven.getIfPresent(login);
    if (known != null && MessageDigest.isEqual(known, given)) {
      return true;
    }
    long before = changes.get();
    boolean right = askEngine(login, password);
    if (right && changes.get() == before) {
      proven.put(login, given);
    }
    return right;
  }

  /** Takes as long as a wrong password, so that time does not tell which logins exist. */
  void pretendToCheck(String password) {
    hash.check(password, nobodysHash);
  }

  /** The login's password may have changed, in a transaction that may still be running. */
  void forget(String login) {
    forgetNow(login);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forgetNow(login);
            }
          });
    }
  }

  private void forgetNow(String login) {
    changes.incrementAndGet();
    proven.invalidate(login);
  }

  private boolean askEngine(String login, String password) {
    try {
      return engine.checkPassword(login, password);
    } catch (ProcessEngineException e) {
      return false; // Several wrong passwords at once: one of them counted, all are wrong.
    }
  }

  private byte[] digest(String login, String password) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(key);
      return mac.doFinal((login + '\0' + password).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + DIGEST, e);
    }
  }
}
