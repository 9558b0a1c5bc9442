package dev.processsync.database;

import dev.processsync.storage.Columns;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that start together on one database prepare it one after the other. */
public class StartTurn {

  private final DSLContext sql;
  private final TransactionTemplate transaction;

  public StartTurn(DSLContext sql, TransactionTemplate transaction) {
    this.sql = sql;
    this.transaction = transaction;
  }

  /** Runs the preparation in one transaction, when no other node is at it. */
  public void take(Runnable preparation) {
    transaction.executeWithoutResult(
        status -> {
          sql.selectOne().from(DSL.table(Columns.name("schema_lock"))).forUpdate().fetch();
          preparation.run();
        });
  }
}
