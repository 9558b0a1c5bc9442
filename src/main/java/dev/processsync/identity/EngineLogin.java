package dev.processsync.identity;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Login and password, as the engine's identity service knows them. Every refusal looks the same,
 * and takes as long. What the user may do is asked anew with each request: see {@link Requires}.
 */
@Component
class EngineLogin implements AuthenticationProvider {

  private final Users users;
  private final Passwords passwords;
  private final DirectoryUsers directory;

  EngineLogin(Users users, Passwords passwords, DirectoryUsers directory) {
    this.users = users;
    this.passwords = passwords;
    this.directory = directory;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String login = given.getName();
    Object credentials = given.getCredentials();
    String password = credentials == null ? "" : credentials.toString();
    if (!isRight(login, password)) {
      throw new BadCredentialsException("Login or password is wrong");
    }
    UsernamePasswordAuthenticationToken proven =
        UsernamePasswordAuthenticationToken.authenticated(login, null, List.of());
    proven.setDetails(given.getDetails());
    return proven;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private boolean isRight(String login, String password) {
    if (users.byUserName(login).isEmpty() && !directory.isInUse()) {
      passwords.pretendToCheck(password);
      return false;
    }
    if (!passwords.isRight(login, password)) {
      return false;
    }
    directory.recordLogin(login);
    return users.byUserName(login).isPresent();
  }
}
