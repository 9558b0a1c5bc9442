package dev.processsync.connection;

/**
 * Speaks to another instance: HTTP with Basic authentication, no redirects followed, everything
 * bounded.
 */
public interface RemoteClient {

  /**
   * Posts JSON.
   *
   * @param path below the endpoint's base, without a leading slash
   */
  RemoteAnswer post(Endpoint endpoint, String path, String json);
}
