package dev.processsync.definition;

import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * An instance with a definition of its own for each test, so that tests don't meet, and a catalogue
 * of subflows of every kind and state.
 */
@InstanceTest
@Import(SyncRecords.Catalogue.class)
abstract class SyncRecords {

  static final Actor SYSTEM = Actor.system();

  @Autowired Records records;

  final String tag = SysId.next();

  @TestConfiguration
  static class Catalogue {
    @Bean
    @Primary
    Subflows knownSubflows() {
      return new Known();
    }
  }

  /** A catalogue of three published subflows and a draft. */
  static final class Known implements Subflows {
    private final Map<Kind, String> published =
        new EnumMap<>(
            Map.of(Kind.OUTBOUND, "send-it", Kind.INBOUND, "apply-it", Kind.ERROR, "tell"));

    @Override
    public Optional<Kind> publishedKind(String key) {
      return published.entrySet().stream()
          .filter(entry -> entry.getValue().equals(key))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    @Override
    public boolean isDraft(String key) {
      return Set.of("half-done").contains(key);
    }

    @Override
    public boolean isInactive(String key) {
      return false;
    }

    @Override
    public List<String> published(Kind kind) {
      return List.of(published.getOrDefault(kind, ""));
    }
  }

  /** A new definition with this event and remote system. */
  SyncProcess process() {
    String name = "Process " + SysId.next();
    String id = insert(SyncTables.DEFINITION, Map.of("name", name)).sysId();
    return new SyncProcess(id, name, event(id, "Request Hardware"), remoteSystem(id, "Vendor"));
  }

  record SyncProcess(String definition, String name, String event, String remoteSystem) {}

  String event(String definition, String name) {
    return insert(SyncTables.PROCESS_EVENT, Map.of("definition", definition, "name", name)).sysId();
  }

  String remoteSystem(String definition, String name) {
    return insert(
            SyncTables.REMOTE_SYSTEM,
            Map.of(
                "definition", definition,
                "name", name,
                "connection_alias", alias(),
                "inbound_api_user", user("api"),
                "run_as", user("run")))
        .sysId();
  }

  String alias() {
    return insert("sys_alias", Map.of("name", "Alias " + SysId.next())).sysId();
  }

  String user(String prefix) {
    return insert(
            "sys_user",
            Map.of("user_name", prefix + "." + SysId.next(), "user_password", "s3cret-" + tag))
        .sysId();
  }

  /** An active capture of incidents, with these fields otherwise or besides. */
  TableRecord capture(SyncProcess process, Map<String, String> fields) {
    Map<String, String> values =
        new HashMap<>(
            Map.of("process_event", process.event(), "state", "active", "table", "incident"));
    values.putAll(fields);
    return insert(SyncTables.CAPTURE, values);
  }

  TableRecord insert(String table, Map<String, String> values) {
    return records.insert(SYSTEM, table, values);
  }

  TableRecord update(String table, String sysId, Map<String, String> values) {
    return records.update(SYSTEM, table, sysId, values);
  }
}
