package dev.processsync.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePlaceTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void anH2FileIsTheSameUnderAnotherNameAndAnotherIfItWasCopied() throws Exception {
    Path original = file("original");
    String key = h2(original);

    Path copy = Files.copy(original, file("copy"));
    assertThat(h2(copy)).isNotEqualTo(key);
    assertThat(h2(original)).isEqualTo(key);
    assertThat(h2(Files.move(original, file("renamed")))).isEqualTo(key);
  }

  @Test
  void aDatabaseInMemoryIsNoPlace() throws Exception {
    assertThat(place("jdbc:h2:mem:", "sa").key()).isEmpty();
  }

  @Test
  void aPostgresDatabaseIsTheSameUnderAnotherNameAndAnotherIfItWasCopied() throws Exception {
    String original = Postgres.newDatabase();
    String key = place(original, Postgres.USER).key();

    assertThat(place(Postgres.copyOf(original), Postgres.USER).key()).isNotEqualTo(key);
    assertThat(place(original, Postgres.USER).key()).isEqualTo(key);
    assertThat(place(Postgres.renamed(original), Postgres.USER).key()).isEqualTo(key);
  }

  /** The first databases of two servers have the same name and number. */
  @Test
  void databasesOfTwoServersAreNeverTheSame() throws IOException, SQLException {
    try (EmbeddedPostgres one = EmbeddedPostgres.start();
        EmbeddedPostgres other = EmbeddedPostgres.start()) {
      String key = place(one.getJdbcUrl(Postgres.USER, "postgres"), Postgres.USER).key();
      String otherKey = place(other.getJdbcUrl(Postgres.USER, "postgres"), Postgres.USER).key();

      assertThat(otherKey).isNotEqualTo(key);
      assertThat(otherKey.replaceAll(".*, ", "")).isEqualTo(key.replaceAll(".*, ", ""));
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".mv.db");
  }

  private static String h2(Path file) throws SQLException {
    return place("jdbc:h2:file:" + file.toString().replace(".mv.db", ""), "sa").key();
  }

  private static DatabasePlace place(String url, String user) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      return DatabasePlace.of(DSL.using(connection));
    }
  }
}
