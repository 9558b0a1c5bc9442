package dev.processsync.bench.plain;

import dev.processsync.dictionary.SysId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * B's incidents, mapped as the tutorial maps them. Every method belongs to the caller's
 * transaction.
 */
public final class Incidents {

  /** Parameters as {@link #values} has them. */
  public static final String INSERT =
      """
      insert into incident (short_description, description, assignment_group, urgency, state,
        sys_updated_on, sys_id, number, sys_created_on, sys_created_by, sys_updated_by, sys_mod_count)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'rps.run.as', 'rps.run.as', 0)
      """;

  /** Parameters as {@link #values} has them, without what only a new incident gets. */
  public static final String UPDATE =
      """
      update incident set short_description = ?, description = ?, assignment_group = ?, urgency = ?,
        state = ?, sys_updated_on = ?, sys_mod_count = sys_mod_count + 1
      where sys_id = ?
      """;

  public static final String CORRELATE =
      "insert into correlation (remote_record, local_record, version) values (?, ?, ?)";

  private final JdbcTemplate sql;
  private final Map<String, String> groups = new ConcurrentHashMap<>();

  public Incidents(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** Updates the incident that corresponds to the record, or creates it and the correlation. */
  public void apply(Change change, Captured captured) {
    List<String> local =
        sql.queryForList(
            "select local_record from correlation where remote_record = ?",
            String.class,
            change.recordId());
    if (local.isEmpty()) {
      create(change, captured);
    } else {
      update(local.get(0), captured);
    }
  }

  public void create(Change change, Captured captured) {
    String sysId = SysId.next();
    sql.update(INSERT, valuesOfNew(captured, sysId));
    sql.update(CORRELATE, change.recordId(), sysId, change.version());
  }

  public void update(String sysId, Captured captured) {
    sql.update(UPDATE, values(captured, sysId));
  }

  /** For {@link #UPDATE}. */
  public Object[] values(Captured captured, String sysId) {
    return new Object[] {
      captured.shortDescription(),
      captured.shortDescription(),
      groups.computeIfAbsent(captured.group(), name -> Tables.group(sql)),
      captured.severity(),
      captured.state(),
      LocalDateTime.now(ZoneOffset.UTC),
      sysId
    };
  }

  /** For {@link #INSERT}. */
  public Object[] valuesOfNew(Captured captured, String sysId) {
    Object[] values = values(captured, sysId);
    return new Object[] {
      values[0],
      values[1],
      values[2],
      values[3],
      values[4],
      values[5],
      sysId,
      number(sysId),
      values[5]
    };
  }

  private static String number(String sysId) {
    return "INC" + sysId.substring(0, 16);
  }
}
