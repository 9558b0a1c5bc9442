package dev.processsync.bench.onejob;

import dev.processsync.bench.Side;
import dev.processsync.bench.SideStart;
import dev.processsync.bench.plain.Change;
import dev.processsync.bench.plain.Door;
import dev.processsync.bench.plain.PlainSide;
import dev.processsync.bench.plain.PlainWrites;
import dev.processsync.bench.plain.Post;
import dev.processsync.bench.plain.Tables;
import java.io.IOException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Starts either side, with an engine each. */
public final class OneJobPair {

  private static final String RUNNING = "select count(*) from act_ru_execution";

  private OneJobPair() {}

  public static Side open(SideStart start) throws IOException {
    DataSource source = start.pool();
    Tables.create(source);
    JdbcTemplate sql = new JdbcTemplate(source);
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    return start.sender()
        ? sender(start, source, sql, transactions)
        : receiver(start, source, sql, transactions);
  }

  private static Side sender(
      SideStart start,
      DataSource source,
      JdbcTemplate sql,
      DataSourceTransactionManager transactions) {
    Post post = new Post(start.peer());
    JavaDelegate send = execution -> post.send((String) execution.getVariable(Engine.MESSAGE));
    ProcessEngine engine = Engine.start(source, transactions, send);
    PlainWrites writes =
        new PlainWrites(
            sql,
            transactions,
            change -> Engine.startInstance(engine, change),
            change -> {
              // The engine has told its job executor.
            });
    return PlainSide.sender(writes, source, engine::close).finishedWhenNoneOf(RUNNING);
  }

  private static Side receiver(
      SideStart start,
      DataSource source,
      JdbcTemplate sql,
      DataSourceTransactionManager transactions)
      throws IOException {
    ApplyMessage apply = new ApplyMessage(sql, start.applied());
    ProcessEngine engine = Engine.start(source, transactions, apply);
    Door door = Door.open(json -> Engine.startInstance(engine, Change.fromJson(json)));
    return PlainSide.receiver(door.port(), source, engine::close).finishedWhenNoneOf(RUNNING);
  }
}
