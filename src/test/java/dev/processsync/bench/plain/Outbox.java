package dev.processsync.bench.plain;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes that wait to be sent, in lanes: those of one record are in one lane, and in order. */
public record Outbox(JdbcTemplate sql, int lanes) {

  public int laneOf(Change change) {
    return Math.floorMod(change.recordId().hashCode(), lanes);
  }

  /** Belongs to the transaction of the change. */
  public void add(Change change) {
    sql.update(
        "insert into outbox (message_id, record_id, version, lane, payload) values (?, ?, ?, ?, ?)",
        change.messageId(),
        change.recordId(),
        change.version(),
        laneOf(change),
        change.payload());
  }

  /** The oldest of a lane. */
  public List<Waiting> oldest(int lane, int limit) {
    return sql.query(
        "select id, message_id, record_id, version, payload from outbox where lane = ? order by id limit ?",
        (row, number) ->
            new Waiting(
                row.getLong(1),
                new Change(row.getString(2), row.getString(3), row.getInt(4), row.getString(5))),
        lane,
        limit);
  }

  /** In one statement: they have arrived. */
  public void remove(List<Waiting> arrived) {
    String marks = String.join(",", arrived.stream().map(waiting -> "?").toList());
    sql.update(
        "delete from outbox where id in (" + marks + ")",
        arrived.stream().map(Waiting::id).toArray());
  }

  /** A row of the table. */
  public record Waiting(long id, Change change) {}
}
