package dev.processsync.connection;

import java.net.URI;

/**
 * Where another instance is and how to log in there. Its text form hides the password.
 *
 * @param connection name of the connection record, for messages
 * @param base the connection URL, ending in a slash
 */
public record Endpoint(String connection, URI base, String userName, String password) {

  @Override
  public String toString() {
    return "Endpoint[%s, %s, user %s]".formatted(connection, base, userName);
  }
}
