package dev.processsync.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether a password is right: asked of the engine, whose hash is slow on purpose, and remembered,
 * so that a client that sends it with each request is served fast.
 *
 * <p>What is remembered is a keyed digest; the key dies with the process. Another node learns of a
 * changed password within {@link #TRUSTED}: then the digest is compared with the stored hash again.
 */
@Component
public class Passwords {

  private static final String DIGEST = "HmacSHA256";
  private static final Duration TRUSTED = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final ProcessEngine engine;
  private final PasswordStamps passwordStamps;
  private final Clock clock;
  private final SecretKeySpec key;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, Proven> proven =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(REMEMBERED).build();

  /** The engine is looked up late: it needs the mirror, which needs this. */
  Passwords(@Lazy ProcessEngine engine, PasswordStamps passwordStamps, Clock clock) {
    this.engine = engine;
    this.passwordStamps = passwordStamps;
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, DIGEST);
  }

  private record Proven(byte[] digest, String stamp, Instant at) {}

  public boolean isRight(String login, String password) {
    if (isRemembered(login, password)) {
      return true;
    }
    if (!Names.LOGIN.matcher(login).matches()) {
      SlowHash.pretendToCheck(password);
      return false;
    }
    long before = changes.get();
    String stamp = passwordStamps.freshStamp(login);
    boolean right = ask(login, password);
    if (right) {
      remember(login, new Proven(digest(login, password), stamp, clock.instant()), before);
    }
    return right;
  }

  /** Of the provider itself, for the engine's identity service asks here. */
  private boolean ask(String login, String password) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(new CheckPassword(login, password));
  }

  /** Whether it was right not long ago; asks for no hash to be computed. */
  public boolean isRemembered(String login, String password) {
    long before = changes.get();
    Proven known = proven.getIfPresent(login);
    if (known == null || !MessageDigest.isEqual(known.digest(), digest(login, password))) {
      return false;
    }
    Instant now = clock.instant();
    if (now.isBefore(known.at().plus(TRUSTED))) {
      return true;
    }
    boolean unchanged =
        !known.stamp().isEmpty() && known.stamp().equals(passwordStamps.freshStamp(login));
    if (unchanged) {
      remember(login, new Proven(known.digest(), known.stamp(), now), before);
    }
    return unchanged;
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

  /** Tells tries with the same password from others, and tells nothing else. */
  public byte[] digest(String login, String password) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(key);
      return mac.doFinal((login + '\0' + password).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + DIGEST, e);
    }
  }

  /** What was read while something changed is not remembered: it may be old already. */
  private void remember(String login, Proven right, long before) {
    if (changes.get() == before) {
      proven.put(login, right);
    }
  }

  private void forgetNow(String login) {
    changes.incrementAndGet();
    proven.invalidate(login);
    passwordStamps.forget(login);
  }
}
