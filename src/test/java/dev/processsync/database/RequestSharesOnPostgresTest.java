package dev.processsync.database;

import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As in {@link RequestSharesTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class RequestSharesOnPostgresTest extends RequestSharesTest {

  @Override
  String series(int length) {
    return "generate_series(1, " + length + ") as g(x)";
  }
}
