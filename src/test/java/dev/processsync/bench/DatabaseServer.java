package dev.processsync.bench;

import java.nio.file.Path;

/** Gives every side of every contender a database of its own. */
interface DatabaseServer extends AutoCloseable {

  Database create(String name);

  /** Product and version. */
  String product();

  /** Whether it works in processes of its own. */
  boolean isApart();

  /** What its own processes have used so far. */
  ServerTime processorTime();

  @Override
  void close();

  static DatabaseServer start(String kind, Path directory) {
    return switch (kind) {
      case "postgres" -> PostgresServer.start(directory);
      case "h2" -> new H2Files(directory);
      default -> throw new IllegalArgumentException("-Dbench.db=" + kind + ": postgres or h2");
    };
  }
}
