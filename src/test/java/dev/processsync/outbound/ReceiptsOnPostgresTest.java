package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Receipts as in {@link ReceiptsTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class ReceiptsOnPostgresTest extends ReceiptsTest {

  @Test
  void theDatabaseIsPostgres(@Autowired DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
  }
}
