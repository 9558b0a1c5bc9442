package dev.processsync.settings;

import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import org.springframework.stereotype.Component;

/** Properties have values within their limits; they are made by the system and stay. */
@Component
final class PropertyRule implements RecordRule {

  private final SettingsInMemory settings;

  PropertyRule(SettingsInMemory settings) {
    this.settings = settings;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(SettingsInMemory.TABLE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (change.isCreate() && !change.actor().equals(Actor.system())) {
      throw change.invalid(
          "", "Properties are made by the system: change the value of one that is there.");
    }
    // A property of a later version, left behind by a step back, keeps whatever it has.
    Property.named(change.get("name")).ifPresent(property -> check(property, change));
    settings.changing();
  }

  private static void check(Property property, RecordChange change) {
    String given = change.get("value");
    change.set(
        "value",
        property
            .read(given)
            .orElseThrow(() -> change.invalid("value", property.refusal(property.key(), given))));
  }

  @Override
  public void beforeDelete(RecordChange change) {
    throw change.invalid(
        "", "Property %s can't be deleted: set it to what you want.".formatted(change.get("name")));
  }
}
