package dev.processsync.connection;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A connection has a usable URL, and its alias has no other active one. */
@Component
class HttpConnectionRule implements RecordRule {

  private static final String TABLE = "http_connection";

  private final Records records;
  private final UrlRule urls;

  HttpConnectionRule(Records records, UrlRule urls) {
    this.records = records;
    this.urls = urls;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(TABLE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    String url = change.get("connection_url").strip();
    change.set("connection_url", url);
    if (!url.isEmpty()) {
      urls.problem(url)
          .ifPresent(
              problem -> {
                throw change.invalid(
                    "connection_url",
                    "Connection URL (http_connection.connection_url) is '%s': %s."
                        .formatted(withoutLogin(url), problem));
              });
    }
    if (change.isTrue("active")) {
      mustBeTheOnlyOne(change);
    }
  }

  private void mustBeTheOnlyOne(RecordChange change) {
    Actor system = Actor.system();
    String alias = change.get("connection_alias");
    // Two connections that become active at the same moment take turns here.
    TableRecord locked = records.lock(system, "sys_alias", alias).orElse(null);
    if (locked == null) {
      return;
    }
    records.findBy(system, TABLE, Map.of("connection_alias", alias, "active", "true")).stream()
        .filter(other -> !other.sysId().equals(change.sysId()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RecordConflict(
                  "Alias '%s' has an active connection already ('%s'): deactivate that one first."
                      .formatted(locked.get("id"), other.get("name")));
            });
  }

  /** A password typed into the URL must not come back in the message. */
  private static String withoutLogin(String url) {
    return url.replaceAll("//[^/]*@", "//…@");
  }
}
