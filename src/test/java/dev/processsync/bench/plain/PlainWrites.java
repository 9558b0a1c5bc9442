package dev.processsync.bench.plain;

import dev.processsync.bench.IncidentValues;
import dev.processsync.bench.IncidentWrites;
import dev.processsync.dictionary.SysId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes an incident by plain SQL, and in the same transaction whatever makes it travel. */
public final class PlainWrites implements IncidentWrites {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final JdbcTemplate sql;
  private final TransactionTemplate transaction;
  private final Consumer<Change> send;
  private final Consumer<Change> committed;
  private final String group;

  /**
   * @param send called in the transaction of the change
   * @param committed called after it
   */
  public PlainWrites(
      JdbcTemplate sql,
      PlatformTransactionManager transactions,
      Consumer<Change> send,
      Consumer<Change> committed) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.send = send;
    this.committed = committed;
    this.group = Tables.group(sql);
  }

  @Override
  public String create(IncidentValues values) {
    String sysId = SysId.next();
    write(
        sysId,
        values,
        now ->
            sql.update(
                """
                insert into incident (sys_id, number, short_description, assignment_group, severity,
                  state, sys_created_on, sys_created_by, sys_updated_on, sys_updated_by, sys_mod_count)
                values (?, ?, ?, ?, ?, ?, ?, 'admin', ?, 'admin', 0)
                """,
                sysId,
                values.number(),
                values.shortDescription(),
                group,
                Integer.valueOf(values.severity()),
                Integer.valueOf(values.state()),
                now,
                now));
    return sysId;
  }

  @Override
  public void update(String sysId, IncidentValues values) {
    write(
        sysId,
        values,
        now ->
            sql.update(
                """
                update incident set short_description = ?, severity = ?, state = ?,
                  sys_updated_on = ?, sys_mod_count = sys_mod_count + 1
                where sys_id = ?
                """,
                values.shortDescription(),
                Integer.valueOf(values.severity()),
                Integer.valueOf(values.state()),
                now,
                sysId));
  }

  private void write(String sysId, IncidentValues values, Consumer<LocalDateTime> statement) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    String payload = Captured.write(sysId, group, values, now.format(TIMESTAMP));
    Change change = new Change(SysId.next(), sysId, values.version(), payload);
    transaction.executeWithoutResult(
        status -> {
          statement.accept(now);
          send.accept(change);
        });
    committed.accept(change);
  }
}
