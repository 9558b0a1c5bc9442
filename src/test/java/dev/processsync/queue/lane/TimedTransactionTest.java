package dev.processsync.queue.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.processsync.queue.QueueSlice;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionTimedOutException;

/** Nobody holds a lane for longer than a flow may take, whatever the database is busy with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimedTransactionTest {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private ConfigurableApplicationContext context;
  private TimedTransaction timed;
  private DSLContext sql;

  /** Overridden for another database. */
  ConfigurableApplicationContext start() {
    return QueueSlice.onH2();
  }

  /** A statement that would take hours. */
  String endless() {
    return "select count(*) from system_range(1, 1000000000) a, system_range(1, 1000000000) b where a.x + b.x = 0";
  }

  @BeforeAll
  void open() {
    context = start();
    timed = context.getBean(TimedTransaction.class);
    sql = context.getBean(DSLContext.class);
    sql.execute("create table process_sync.written (line varchar(10))");
  }

  @AfterAll
  void close() {
    context.close();
  }

  @BeforeEach
  void nothingWritten() {
    sql.execute("delete from process_sync.written");
  }

  @Test
  void whatIsDoneInTimeIsKept() {
    timed.execute(SOON, status -> sql.execute("insert into process_sync.written values ('a')"));

    assertThat(written()).containsExactly("a");
  }

  @Test
  void aStatementIsCancelledWhenTheTimeIsOverAndNothingIsKept() {
    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThatThrownBy(
                    () ->
                        timed.execute(
                            SOON,
                            status -> {
                              sql.execute("insert into process_sync.written values ('a')");
                              return sql.fetch(endless());
                            }))
                .hasRootCauseInstanceOf(SQLException.class)
                .isInstanceOf(QueryTimeoutException.class));

    assertThat(written()).isEmpty();
  }

  @Test
  void aStatementThatIsBegunAfterwardsEndsSoonToo() {
    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThatThrownBy(
                    () ->
                        timed.execute(
                            SOON,
                            status -> {
                              Object savepoint = status.createSavepoint();
                              assertThatThrownBy(() -> sql.fetch(endless()));
                              status.rollbackToSavepoint(savepoint);
                              return sql.fetch(endless());
                            }))
                .isInstanceOf(QueryTimeoutException.class));
  }

  @Test
  void whatTookTooLongBetweenStatementsIsNotKeptEither() {
    assertThatThrownBy(
            () ->
                timed.execute(
                    Duration.ofMillis(1),
                    status -> {
                      sql.execute("insert into process_sync.written values ('a')");
                      spendTwoMilliseconds();
                      return "done";
                    }))
        .isInstanceOf(TransactionTimedOutException.class);

    assertThat(written()).isEmpty();
  }

  @Test
  void theNextUserOfTheConnectionHasAllTheTimeItNeeds() {
    for (int i = 0; i < 20; i++) {
      timed.execute(SOON, status -> sql.fetch("select 1"));
    }

    assertThatCode(this::needMoreTime).doesNotThrowAnyException();
  }

  /** More than {@link #SOON}; what H2 asks is the connection's limit, none if it is 0. */
  void needMoreTime() {
    sql.connection(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            assertThat(statement.getQueryTimeout()).isZero();
          }
        });
  }

  DSLContext sql() {
    return sql;
  }

  private static void spendTwoMilliseconds() {
    long until = System.nanoTime() + Duration.ofMillis(2).toNanos();
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private List<String> written() {
    return sql.fetch("select line from process_sync.written").getValues("line", String.class);
  }
}
