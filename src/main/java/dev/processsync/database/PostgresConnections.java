package dev.processsync.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** What connections to PostgreSQL need beyond their URL, so that no administrator has to know. */
@Component
class PostgresConnections implements BeanPostProcessor {

  /**
   * A node that hangs, or whose machine is gone, holds its locks no longer than this; what it had
   * begun is undone. No flow leaves the database alone for so long.
   */
  private static final String IDLE_LIMIT = "set idle_in_transaction_session_timeout = '60s'";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
      pool.addDataSourceProperty("reWriteBatchedInserts", "true");
      if (pool.getConnectionInitSql() == null) {
        pool.setConnectionInitSql(IDLE_LIMIT);
      }
    }
    return bean;
  }

  private static boolean isPostgres(HikariDataSource pool) {
    String url = pool.getJdbcUrl();
    return url != null && url.startsWith("jdbc:postgresql:");
  }
}
