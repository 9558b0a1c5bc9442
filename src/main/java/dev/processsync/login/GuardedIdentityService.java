package dev.processsync.login;

import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine's identity service, of which its REST API and web applications ask whether a password
 * is right: their callers' guesses count as those at the login do.
 */
final class GuardedIdentityService extends IdentityServiceImpl {

  private final Supplier<GuardedPasswords> passwords;

  /**
   * @param passwords asked for with the first password: they need the engine
   */
  GuardedIdentityService(Supplier<GuardedPasswords> passwords) {
    this.passwords = passwords;
  }

  @Override
  public boolean checkPassword(@Nullable String userId, @Nullable String password) {
    if (userId == null
        || !(RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes request)) {
      return super.checkPassword(userId, password);
    }
    LoginDetails from = LoginDetails.of(LoginWay.ENGINE, request.getRequest());
    Authentication caller = getCurrentAuthentication();
    clearAuthentication(); // who asks may not be allowed to read the user
    try {
      return passwords.get().isRight(userId, Objects.requireNonNullElse(password, ""), from);
    } finally {
      setAuthentication(caller);
    }
  }
}
