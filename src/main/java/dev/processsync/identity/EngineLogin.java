package dev.processsync.identity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Login and password, as the engine's identity service knows them. Every refusal looks the same,
 * and takes as long. What the user may do is asked anew with each request: see {@link Requires}.
 *
 * <p>After too many wrong passwords nothing more is looked at from that source for that user. Where
 * the user has logged in before, the password that was right then still is: it costs no hash, and a
 * stranger at the same address can't silence a program that sends it with each request.
 */
@Component
class EngineLogin implements AuthenticationProvider {

  /** How fast a directory says no tells whether it knows the user. */
  private static final Duration DIRECTORY_SAYS_NO = Duration.ofMillis(500);

  private final Users users;
  private final Passwords passwords;
  private final DirectoryUsers directory;
  private final WrongPasswords wrong;
  private final HashTurns turns;
  private final SameTries same = new SameTries();
  private final FailedLogins failed;

  EngineLogin(
      Users users,
      Passwords passwords,
      DirectoryUsers directory,
      WrongPasswords wrong,
      HashTurns turns,
      FailedLogins failed) {
    this.users = users;
    this.passwords = passwords;
    this.directory = directory;
    this.wrong = wrong;
    this.turns = turns;
    this.failed = failed;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String login = given.getName();
    Object credentials = given.getCredentials();
    String password = credentials == null ? "" : credentials.toString();
    LoginDetails from =
        given.getDetails() instanceof LoginDetails details
            ? details
            : new LoginDetails(LoginWay.API, "");
    if (!isRight(login, password, from)) {
      throw new BadCredentialsException("Login or password is wrong");
    }
    UsernamePasswordAuthenticationToken proven =
        UsernamePasswordAuthenticationToken.authenticated(login, null, List.of());
    proven.setDetails(from);
    return proven;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private boolean isRight(String login, String password, LoginDetails from) {
    try {
      boolean right = isProven(login, password, from.source());
      if (!right) {
        failed.wrong(login, from);
        return false;
      }
    } catch (TooManyTries e) {
      failed.notLookedAt(login, from, e);
      throw e;
    }
    directory.recordLogin(login);
    if (users.byUserName(login).isEmpty()) {
      return false;
    }
    wrong.know(login, from.source());
    return true;
  }

  private boolean isProven(String login, String password, String source) {
    boolean known = wrong.isKnown(login, source);
    Duration wait = wrong.wait(login, source).orElse(Duration.ZERO);
    if (wait.isZero() || known) {
      if (passwords.isRemembered(login, password)) {
        return true;
      }
    }
    if (!wait.isZero()) {
      throw new TooManyTries(wait);
    }
    return same.once(
        passwords.digest(login, password), source, () -> tried(login, password, source, known));
  }

  private boolean tried(String login, String password, String source, boolean known) {
    WrongPasswords.Try counted = wrong.begin(login, source);
    boolean counts = false;
    try {
      counts = !turns.take(source, known, () -> checked(login, password));
      return !counts;
    } finally {
      if (!counts) {
        counted.takeBack();
      }
    }
  }

  private boolean checked(String login, String password) {
    long started = System.nanoTime();
    boolean right = passwords.isRight(login, password);
    if (!right && directory.isInUse()) {
      LockSupport.parkNanos(DIRECTORY_SAYS_NO.toNanos() - (System.nanoTime() - started));
    }
    return right;
  }
}
