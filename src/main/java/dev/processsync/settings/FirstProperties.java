package dev.processsync.settings;

import dev.processsync.database.StartTurn;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the rows of properties that have none yet. Runs at each start before the first request is
 * served and the first flow runs, and changes nothing that is there.
 */
@Component
final class FirstProperties implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(FirstProperties.class);

  private final Records records;
  private final StartTurn turn;
  private final Environment environment;

  FirstProperties(Records records, StartTurn turn, Environment environment) {
    this.records = records;
    this.turn = turn;
    this.environment = environment;
  }

  @Override
  public void afterSingletonsInstantiated() {
    turn.take(this::addMissing);
  }

  private void addMissing() {
    Set<String> present = new HashSet<>();
    records
        .findBy(Actor.system(), SettingsInMemory.TABLE, Map.of())
        .forEach(row -> present.add(row.get("name")));
    for (Property property : Property.values()) {
      // Also of a row that is there: a start-time value that can't be is a mistake to tell of.
      String value = new StartValue(environment, property).get();
      if (!present.contains(property.key())) {
        records.insert(
            Actor.system(),
            SettingsInMemory.TABLE,
            Map.of(
                "name", property.key(),
                "value", value,
                "type", property.type(),
                "description", property.description()));
        log.info("Property {} is {} from now on", property.key(), value);
      }
    }
  }
}
