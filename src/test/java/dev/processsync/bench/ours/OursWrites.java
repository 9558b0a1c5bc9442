package dev.processsync.bench.ours;

import dev.processsync.bench.IncidentValues;
import dev.processsync.bench.IncidentWrites;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import java.util.Set;

/** The way of REST, console and flows: rights, checks, rules, storage and capture. */
final class OursWrites implements IncidentWrites {

  private static final Actor ADMIN = new Actor("admin", "", Set.of("admin"), true, null);

  private final Records records;
  private final String hardware;

  OursWrites(Records records) {
    this.records = records;
    this.hardware =
        records
            .findBy(ADMIN, "sys_user_group", Map.of("name", IncidentValues.GROUP))
            .get(0)
            .sysId();
  }

  @Override
  public String create(IncidentValues values) {
    return records
        .insert(
            ADMIN,
            "incident",
            Map.of(
                "short_description",
                values.shortDescription(),
                "assignment_group",
                hardware,
                "severity",
                values.severity(),
                "state",
                values.state()))
        .sysId();
  }

  @Override
  public void update(String sysId, IncidentValues values) {
    records.update(
        ADMIN,
        "incident",
        sysId,
        Map.of(
            "short_description",
            values.shortDescription(),
            "severity",
            values.severity(),
            "state",
            values.state()));
  }
}
