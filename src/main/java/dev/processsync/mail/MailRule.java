package dev.processsync.mail;

import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an administrator may do with a mail: send one that failed again, or give one up. */
@Component
class MailRule implements RecordRule {

  private static final Map<String, Set<String>> FROM =
      Map.of("ready", Set.of("failed", "ignored"), "ignored", Set.of("failed", "ready"));

  @Override
  public boolean appliesTo(String table) {
    return table.equals(StoredMails.TABLE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (change.isCreate() || change.actor().equals(Actor.system())) {
      return;
    }
    String from = change.before().map(before -> before.get("state")).orElse("");
    String to = change.get("state");
    if (!from.equals(to) && !FROM.getOrDefault(to, Set.of()).contains(from)) {
      throw change.invalid(
          "state",
          "A mail that is %s can't become %s: set Failed to Ready to send it again, or Ready or Failed to Ignored."
              .formatted(from, to));
    }
    if (to.equals("ready") && !from.equals("ready")) {
      change.set("tries", "0");
    }
  }
}
