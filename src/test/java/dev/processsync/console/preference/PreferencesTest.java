package dev.processsync.console.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.InstanceTest;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InstanceTest
class PreferencesTest {

  @Autowired Preferences preferences;
  @Autowired Records records;

  private Actor ann;
  private Actor bob;

  @BeforeEach
  void people() {
    ann = person("preferences.ann");
    bob = person("preferences.bob");
  }

  @Test
  void keepsTheLastChoiceOfEachUser() {
    preferences.put(ann, "list.incident.columns", "number");
    preferences.put(ann, "list.incident.columns", "number,state");
    preferences.put(bob, "list.incident.columns", "priority");

    assertThat(preferences.find(ann, "list.incident.columns")).contains("number,state");
    assertThat(preferences.find(bob, "list.incident.columns")).contains("priority");
  }

  @Test
  void forgetsWhatIsSetToNothing() {
    preferences.put(ann, "favourites", "something");
    preferences.put(ann, "favourites", "");
    preferences.put(ann, "favourites", "");

    assertThat(preferences.find(ann, "favourites")).isEmpty();
  }

  @Test
  void goesWithItsUser() {
    preferences.put(ann, "favourites", "something");

    records.delete(Actor.system(), "sys_user", ann.sysId());

    assertThat(records.findBy(Actor.system(), "sys_user_preference", Map.of("user", ann.sysId())))
        .isEmpty();
  }

  @Test
  void refusesWhatItCanNotKeep() {
    assertThatThrownBy(() -> preferences.put(ann, "No Name", "x"))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("small letters, digits, _ and .");
    assertThatThrownBy(() -> preferences.put(ann, "favourites", "x".repeat(20_001)))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("20001 characters; 20000 fit");
  }

  private Actor person(String userName) {
    String sysId =
        records.findBy(Actor.system(), "sys_user", Map.of("user_name", userName)).stream()
            .findFirst()
            .orElseGet(
                () -> records.insert(Actor.system(), "sys_user", Map.of("user_name", userName)))
            .sysId();
    return new Actor(userName, sysId, Set.of(), true, null);
  }
}
