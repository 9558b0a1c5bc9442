package dev.processsync.record;

import dev.processsync.testing.slice.TableSlice;
import org.springframework.context.ConfigurableApplicationContext;

/** Records of the product's tables and of those that only tests have. */
public final class TestTables {

  private static final String TABLES = "file:src/test/resources/tables/";

  private TestTables() {}

  /** On a fresh H2 database in memory. */
  public static ConfigurableApplicationContext start() {
    return TableSlice.start(TABLES);
  }

  static ConfigurableApplicationContext start(String url, String userName) {
    return TableSlice.start(url, userName, TABLES);
  }
}
