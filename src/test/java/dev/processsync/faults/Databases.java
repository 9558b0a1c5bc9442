package dev.processsync.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server with a database for each side. */
final class Databases implements AutoCloseable {

  static final String USER = "postgres";

  private final EmbeddedPostgres server;

  Databases() throws IOException {
    server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
    JdbcClient administration = JdbcClient.create(server.getPostgresDatabase());
    for (Fault.SideName side : Fault.SideName.values()) {
      administration.sql("create database " + name(side)).update();
    }
  }

  /** Who uses a connection is told to the server: so it can be seen when nobody does any more. */
  String url(Fault.SideName side, String applicationName) {
    return server.getJdbcUrl(USER, name(side)) + "&ApplicationName=" + applicationName;
  }

  JdbcClient of(Fault.SideName side) {
    return JdbcClient.create(server.getDatabase(USER, name(side)));
  }

  /** How many connections a node has, also those that outlive a killed one for a moment. */
  long connectionsOf(String applicationName) {
    return JdbcClient.create(server.getPostgresDatabase())
        .sql("select count(*) from pg_stat_activity where application_name = ?")
        .param(applicationName)
        .query(Long.class)
        .single();
  }

  private static String name(Fault.SideName side) {
    return side == Fault.SideName.A ? "customer" : "vendor";
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
