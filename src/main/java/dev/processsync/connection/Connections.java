package dev.processsync.connection;

/** The connections of this instance, by alias. */
public interface Connections {

  /**
   * The endpoint that an alias stands for now.
   *
   * @param alias sys_id of the alias
   * @throws ConnectionProblem if the alias has no active connection, its URL is not allowed or its
   *     credential can't be read; the message says what would be right
   */
  Endpoint resolve(String alias);
}
