package dev.processsync;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of a JVM, started when the first asks and ended with the JVM: a
 * start takes seconds, a database of one's own a moment. Whatever uses it must have ended before.
 */
public final class Postgres {

  /** Needs no password. */
  public static final String USER = "postgres";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  private static final class Server {
    static final EmbeddedPostgres ONCE = started();
  }

  /**
   * An empty database that no other test has.
   *
   * @return its JDBC URL
   */
  public static String newDatabase() {
    return made("create database %s");
  }

  /**
   * What restoring a dump of a database into another one gives; nobody may be connected with it.
   *
   * @return the copy's JDBC URL
   */
  public static String copyOf(String url) {
    return made("create database %s template " + name(url));
  }

  /** Gives a database another name; answers its JDBC URL from now on. */
  public static String renamed(String url) {
    return made("alter database " + name(url) + " rename to %s");
  }

  private static String name(String url) {
    return url.replaceAll(".*/(test_\\d+).*", "$1");
  }

  private static String made(String how) {
    String name = "test_" + DATABASES.incrementAndGet();
    try (Connection connection = Server.ONCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(how.formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    return Server.ONCE.getJdbcUrl(USER, name);
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
