package dev.processsync.mail;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.support.ShortText;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails of the table {@code sys_email}. */
@Component
class StoredMails implements Mails {

  static final String TABLE = "sys_email";

  private static final int LONGEST_REASON = 1_000;
  private static final int BATCH = 500;

  private final Records records;
  private final Clock clock;

  StoredMails(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String leave(Mail mail) {
    return records
        .insert(
            Actor.system(),
            TABLE,
            Map.of(
                "recipients", String.join(", ", mail.recipients()),
                "subject", mail.subject(),
                "body", mail.body(),
                "source", mail.source(),
                "next_try", in(Duration.ZERO)))
        .sysId();
  }

  /** The ids of those that are to be sent now, oldest first. */
  List<String> due(int most) {
    Query due =
        Query.parse("state=ready^next_try<=" + in(Duration.ZERO) + "^ORDERBYsys_created_on");
    return records.list(Actor.system(), TABLE, due, 0, most).stream()
        .map(TableRecord::sysId)
        .toList();
  }

  /** Deletes those that were sent or given up so long ago; whether some are left. */
  @Transactional
  boolean forget(Duration age) {
    Query old =
        Query.parse("stateINsent,ignored^sys_updated_on<" + in(age.negated()) + "^ORDERBYsys_id");
    List<TableRecord> forgotten = records.list(Actor.system(), TABLE, old, 0, BATCH);
    forgotten.forEach(mail -> records.delete(Actor.system(), TABLE, mail.sysId()));
    return forgotten.size() == BATCH;
  }

  void sent(TableRecord mail) {
    update(mail, Map.of("state", "sent", "sent", in(Duration.ZERO), "error_info", ""));
  }

  /** Could not be sent; is tried again after a pause. */
  void postponed(TableRecord mail, String reason, Duration pause) {
    update(mail, failure(mail, reason, Map.of("next_try", in(pause))));
  }

  /** Could not be sent, and is not tried again by itself. */
  void failed(TableRecord mail, String reason) {
    update(mail, failure(mail, reason, Map.of("state", "failed")));
  }

  /** How often it has failed, with the try that failed just now. */
  static int failures(TableRecord mail) {
    return Integer.parseInt(mail.get("tries")) + 1;
  }

  private static Map<String, String> failure(
      TableRecord mail, String reason, Map<String, String> outcome) {
    Map<String, String> values = new HashMap<>(outcome);
    values.put("tries", Integer.toString(failures(mail)));
    values.put("error_info", ShortText.of(reason, LONGEST_REASON));
    return values;
  }

  private void update(TableRecord mail, Map<String, String> values) {
    records.update(Actor.system(), TABLE, mail.sysId(), values);
  }

  private String in(Duration pause) {
    return LocalDateTime.now(clock).plus(pause).format(FieldValue.DATE_TIME);
  }
}
