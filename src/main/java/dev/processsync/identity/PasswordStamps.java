package dev.processsync.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Tells whether a user's password is still the one that it was, without knowing it. Another node
 * learns of a change within seconds.
 */
@Component
public class PasswordStamps {

  private static final String CHANGED = PasswordStamps.class.getName() + ".changed";

  private final IdentityService engine;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, String> stamps =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(5)).build();

  /** The engine is looked up late: it needs the mirror, which needs this. */
  PasswordStamps(@Lazy IdentityService engine) {
    this.engine = engine;
  }

  /** Another text whenever the password is another; empty for a directory's user. */
  public String stamp(String login) {
    String known = stamps.getIfPresent(login);
    if (known != null) {
      return known;
    }
    long before = changes.get();
    String stamp = freshStamp(login);
    if (changes.get() == before) {
      stamps.put(login, stamp);
    }
    return stamp;
  }

  String freshStamp(String login) {
    return engine.createUserQuery().userId(login).singleResult() instanceof UserEntity user
            && user.getPassword() != null
        ? digest(user.getPassword())
        : "";
  }

  /** The login's password may have changed, by the request that is being served. */
  void forget(String login) {
    changes.incrementAndGet();
    stamps.invalidate(login);
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(CHANGED, login, RequestAttributes.SCOPE_REQUEST);
    }
  }

  public boolean wereChangedBy(HttpServletRequest request, String login) {
    return login.equals(request.getAttribute(CHANGED));
  }

  private static String digest(String storedHash) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(storedHash.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
