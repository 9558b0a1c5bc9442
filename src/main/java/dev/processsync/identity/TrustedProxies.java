package dev.processsync.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Believes {@code X-Forwarded-*} of the reverse proxies that {@code process-sync.trusted-proxies}
 * names, and of nobody else: whoever is believed can choose the address that wrong passwords are
 * counted for. Who sets the server's own properties wins.
 */
final class TrustedProxies implements EnvironmentPostProcessor {

  static final String PROPERTY = "process-sync.trusted-proxies";

  /** An address, so that no name is looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String proxies = environment.getProperty(PROPERTY, "").strip();
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "trusted proxies",
                proxies.isEmpty()
                    ? Map.of("server.forward-headers-strategy", "none")
                    : Map.of(
                        "server.forward-headers-strategy",
                        "native",
                        "server.tomcat.remoteip.internal-proxies",
                        asPattern(proxies))));
  }

  private static String asPattern(String proxies) {
    return Stream.of(proxies.split(",", -1))
        .map(String::strip)
        .map(TrustedProxies::asServerWritesIt)
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static String asServerWritesIt(String address) {
    if (ADDRESS.matcher(address).matches()) {
      try {
        return InetAddress.getByName(address).getHostAddress();
      } catch (UnknownHostException e) {
        throw unfit(address);
      }
    }
    throw unfit(address);
  }

  private static IllegalArgumentException unfit(String address) {
    return new IllegalArgumentException(
        "%s has '%s': give the addresses of the proxies, separated by commas, such as 127.0.0.1, 10.0.0.2"
            .formatted(PROPERTY, address));
  }
}
