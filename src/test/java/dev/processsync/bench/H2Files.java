package dev.processsync.bench;

import java.nio.file.Path;

/** H2 in the side's process. A commit is written at once, for everybody. */
record H2Files(Path directory) implements DatabaseServer {

  @Override
  public Database create(String name) {
    return new Database(
        name,
        "jdbc:h2:file:"
            + directory.resolve(name).toAbsolutePath()
            + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=200;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE",
        "sa",
        "");
  }

  @Override
  public String product() {
    return new Database("", "jdbc:h2:mem:", "sa", "").product();
  }

  @Override
  public boolean isApart() {
    return false;
  }

  @Override
  public ServerTime processorTime() {
    return ServerTime.none();
  }

  @Override
  public void close() {
    // Nothing runs but the sides themselves.
  }
}
