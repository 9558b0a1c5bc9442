package dev.processsync.login;

import dev.processsync.dictionary.SysId;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives an instance's cookies names of their own. Browsers send a host's cookies to each of its
 * ports: with the usual names, two instances on one host log each other's users out. Who sets the
 * underlying properties wins.
 */
final class InstanceCookies implements EnvironmentPostProcessor {

  /** Name of the cookie that remembers which page somebody asked for before the login. */
  static final String ASKED_PAGE = "process-sync.cookies.asked-page";

  /** Name of the cookie with the login page's token against forged requests. */
  static final String LOGIN_TOKEN = "process-sync.cookies.login-token";

  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");
  private static final int LONGEST = 64;

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String own = ownPart(environment);
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "cookies of this instance",
                Map.of(
                    "server.servlet.session.cookie.name",
                    "SESSION-" + own,
                    "camunda.bpm.webapp.csrf.cookie-name",
                    "XSRF-TOKEN-" + own,
                    "camunda.bpm.webapp.session-cookie.cookie-name",
                    "SESSION-" + own,
                    LOGIN_TOKEN,
                    "LOGIN-TOKEN-" + own,
                    ASKED_PAGE,
                    "ASKED-PAGE-" + own)));
  }

  /** Two instances may keep the default name, but never share a port. */
  private static String ownPart(ConfigurableEnvironment environment) {
    String name = environment.getProperty("process-sync.instance.name", "instance");
    String port = environment.getProperty("server.port", "8080");
    String unique = port.equals("0") ? SysId.next() : port; // a port that nobody knows yet
    String fit = UNFIT.matcher(name).replaceAll("_");
    return fit.substring(0, Math.min(fit.length(), LONGEST)) + "-" + unique;
  }
}
