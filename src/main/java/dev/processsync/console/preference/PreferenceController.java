package dev.processsync.console.preference;

import dev.processsync.record.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the user of a page chose; nobody chooses for others. */
@RestController
@RequestMapping("/console/preferences")
class PreferenceController {

  private final Preferences preferences;
  private final CurrentActor currentActor;

  PreferenceController(Preferences preferences, CurrentActor currentActor) {
    this.preferences = preferences;
    this.currentActor = currentActor;
  }

  /** The body is the value as text; none forgets the choice. */
  @PutMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String name, @RequestBody(required = false) String value) {
    preferences.put(currentActor.get(), name, value == null ? "" : value);
  }
}
