package dev.processsync.login;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Login and password, as the engine's identity service knows them. What the user may do is asked
 * anew with each request: see {@link Requires}.
 */
@Component
class EngineLogin implements AuthenticationProvider {

  private final GuardedPasswords passwords;

  EngineLogin(GuardedPasswords passwords) {
    this.passwords = passwords;
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
    if (!passwords.isRight(login, password, from)) {
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
}
