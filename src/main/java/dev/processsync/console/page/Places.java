package dev.processsync.console.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.console.preference.Preferences;
import dev.processsync.record.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The pages that a user starred, and the records that they looked at last. The navigation's scripts
 * write both as preferences.
 */
@Component
class Places {

  private static final TypeReference<List<Place>> LIST = new TypeReference<>() {};

  private final Preferences preferences;
  private final ObjectMapper json;

  Places(Preferences preferences, ObjectMapper json) {
    this.preferences = preferences;
    this.json = json;
  }

  List<Place> favourites(Actor actor) {
    return read(actor, "favourites");
  }

  /** The last first. */
  List<Place> history(Actor actor) {
    return read(actor, "history");
  }

  /** What can't be read was written by no script of ours, and is as good as nothing. */
  private List<Place> read(Actor actor, String name) {
    try {
      String stored = preferences.find(actor, name).orElse("[]");
      return json.readValue(stored, LIST).stream().filter(Place::isOfThisInstance).toList();
    } catch (JsonProcessingException | NullPointerException unreadable) {
      return List.of();
    }
  }
}
