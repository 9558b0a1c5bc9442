package dev.processsync.settings;

import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.support.CommittedMemory;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The settings as last committed: whoever changes them goes on with those from before. */
@Component
final class SettingsInMemory implements Settings {

  static final String TABLE = "sys_properties";

  private final CommittedMemory<DeliverySettings> memory;

  SettingsInMemory(Records records, Clock clock) {
    this.memory = new CommittedMemory<>(() -> read(records), clock);
  }

  @Override
  public DeliverySettings current() {
    return memory.isChanging()
        ? memory.lastRead().orElseGet(() -> DeliverySettings.of(Map.of()))
        : memory.committed();
  }

  /** The current transaction is about to change properties. */
  void changing() {
    memory.changing();
  }

  private static DeliverySettings read(Records records) {
    return DeliverySettings.of(
        records.findBy(Actor.system(), TABLE, Map.of()).stream()
            .collect(Collectors.toMap(row -> row.get("name"), row -> row.get("value"))));
  }
}
