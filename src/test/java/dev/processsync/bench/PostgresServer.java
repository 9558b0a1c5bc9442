package dev.processsync.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** One real PostgreSQL for all sides, as durable as it is by default. */
final class PostgresServer implements DatabaseServer {

  private static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final long postmaster;

  private PostgresServer(EmbeddedPostgres server, long postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  static PostgresServer start(Path directory) {
    Path data = directory.resolve("postgres").toAbsolutePath();
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "512MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("max_connections", "400")
              .start();
      requireDurable(server);
      return new PostgresServer(server, postmaster(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The embedded server is made for tests and would rather be fast: believe only what it says. */
  private static void requireDurable(EmbeddedPostgres server) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (ResultSet value = statement.executeQuery("show " + setting)) {
          value.next();
          if (!value.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is " + value.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Database create(String name) {
    database("postgres").run("create database \"" + name + "\"");
    return database(name);
  }

  private Database database(String name) {
    return new Database(name, server.getJdbcUrl(USER, name), USER, USER);
  }

  @Override
  public String product() {
    return database("postgres").product();
  }

  @Override
  public boolean isApart() {
    return true;
  }

  @Override
  public ServerTime processorTime() {
    return ServerTime.of(postmaster);
  }

  /** The first line of the file that keeps a second server out. */
  private static long postmaster(Path data) throws IOException {
    try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
