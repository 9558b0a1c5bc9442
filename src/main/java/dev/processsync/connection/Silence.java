package dev.processsync.connection;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why no HTTP answer came. */
final class Silence {

  private Silence() {}

  static String reason(URI address, Throwable problem, ConnectionSettings settings) {
    String host = address.getHost();
    String server = address.getPort() < 0 ? host : host + ":" + address.getPort();
    if (has(problem, UnknownHostException.class)
        || has(problem, UnresolvedAddressException.class)) {
      return "The host '%s' is unknown: check the connection URL.".formatted(host);
    }
    if (has(problem, HttpConnectTimeoutException.class)) {
      return "%s accepted no connection within %d s."
          .formatted(server, settings.connectTimeout().toSeconds());
    }
    if (has(problem, HttpTimeoutException.class) || has(problem, TimeoutException.class)) {
      return "%s did not answer within %d s."
          .formatted(server, settings.requestTimeout().toSeconds());
    }
    if (has(problem, ConnectException.class)) {
      return "%s refused the connection: is the other instance running, and is the port right?"
          .formatted(server);
    }
    if (has(problem, SSLException.class)) {
      return "%s offers no https connection that this instance trusts: check its certificate."
          .formatted(server);
    }
    if (has(problem, BoundedBody.TooLong.class)) {
      return "%s answered with more than %d bytes: it is hardly another instance."
          .formatted(server, settings.maxAnswer().toBytes());
    }
    return "%s broke the connection before it answered.".formatted(server);
  }

  private static boolean has(@Nullable Throwable problem, Class<? extends Throwable> kind) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
