package dev.processsync.testing;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.HybridTime;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.definition.WhenGone;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.record.References;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is when the flow runs. Said nothing else, an event <em>Process Event</em> of an
 * incident comes from a remote system with which nothing is correlated, its payload brings no more
 * than its {@code sys_id}, and flows run as the tutorial's {@code rps.run.as}, who may write
 * incidents.
 */
public final class Given {

  /** The id by which this instance knows the pair of records. */
  public static final String LOCAL_CORRELATION_ID = "local-correlation-id";

  /** The id by which the other instance knows it. */
  public static final String REMOTE_CORRELATION_ID = "remote-correlation-id";

  private static final String OTHER_PLACE = "0a1b2c3d";
  private static final String CAPTURE_DEFINITION = "capture-definition";
  private static final String REMOTE_RECORD = "552c48888c033300964f4932b03eb092";

  private final FlowSlice world;
  private final EventsRecord eventsRecord;
  private final GivenPayload payload = new GivenPayload();
  private final Trouble trouble = new Trouble();
  private String processEvent = "Process Event";
  private Optional<WhenGone> whenGone = Optional.empty();

  Given(FlowSlice world) {
    this.world = world;
    this.eventsRecord = new EventsRecord(world);
    remoteSystem("Remote Instance");
  }

  /** The event's payload, word for word; it replaces what was said of its fields. */
  public Given payload(String json) {
    payload.set(json);
    return this;
  }

  /** The payload brings this captured field; again, it brings it with another value. */
  public Given field(String name, String value) {
    return reference(name, value, "");
  }

  /**
   * The payload brings this captured reference.
   *
   * @param id the sys_id on the other instance, which is rarely known on this one
   * @param displayValue the name or number by which people know the record
   */
  public Given reference(String name, String id, String displayValue) {
    payload.set(name, id, displayValue);
    return this;
  }

  /** The payload brings this captured field, and says that it was changed. */
  public Given changed(String name, String previousValue, String value) {
    payload.set(new ChangedField(name, value, "").changedFrom(previousValue, ""));
    return this;
  }

  /** As {@link #changed}, of a reference that people know by these names. */
  public Given changedReference(String name, String previousName, String displayValue) {
    payload.set(
        new ChangedField(name, "id of " + displayValue, displayValue)
            .changedFrom(previousName.isEmpty() ? "" : "id of " + previousName, previousName));
    return this;
  }

  /** The payload brings this captured field, and says that it was not changed. */
  public Given unchanged(String name, String value) {
    payload.set(new ChangedField(name, value, "").unchanged());
    return this;
  }

  /**
   * The payload brings this captured field of a record that has just come to meet what the other
   * side captures, so that it doesn't say what the field was before.
   */
  public Given newToUs(String name, String value) {
    payload.set(new ChangedField(name, value, "").newToYou(HybridTime.NONE.toString()));
    return this;
  }

  /** A user of the other instance made the change before whatever was changed on this one. */
  public Given changedEarlierBy(String login) {
    return changedAt(new HybridTime(1, OTHER_PLACE), login);
  }

  /** A user of the other instance made the change after all that was changed on this one so far. */
  public Given changedLaterBy(String login) {
    HybridTime here =
        world
            .records
            .find(Actor.system(), eventsRecord.now().table(), eventsRecord.now().sysId())
            .map(record -> FieldChanges.parse(record.get(FieldChanges.FIELD)).latest())
            .orElse(HybridTime.NONE);
    return changedAt(new HybridTime(here.ticks() + 1, OTHER_PLACE), login);
  }

  private Given changedAt(HybridTime time, String login) {
    payload.at(time.toString(), login);
    return this;
  }

  /** What the inbound flow says is to become of conflicts. */
  public Given conflictPolicy(ConflictPolicy policy) {
    world.memory.conflictPolicy = policy;
    return this;
  }

  /**
   * What the inbound flow says is to become of the event's record here when the remote one is
   * deleted or leaves; without it, what it says if nobody chooses.
   */
  public Given whenGone(WhenGone choice) {
    whenGone = Optional.of(choice);
    return this;
  }

  /** Somebody on this instance has changed the event's record after it was correlated. */
  public Given changedHere(Map<String, String> values) {
    eventsRecord.settle();
    TableRecord record = eventsRecord.now();
    world.records.update(Actor.system(), record.table(), record.sysId(), values);
    return this;
  }

  /** The name of the event, if the flow asks for it. */
  public Given processEvent(String name) {
    processEvent = name;
    return this;
  }

  /** The event's record is not correlated, whatever happened before. */
  public Given noCorrelation() {
    eventsRecord.link(EventsRecord.Link.NONE);
    return this;
  }

  /** The event's record is correlated; {@link #localRecord} says with which, if it matters. */
  public Given activeCorrelation() {
    eventsRecord.link(EventsRecord.Link.ACTIVE);
    return this;
  }

  /** As {@link #activeCorrelation()}, but the correlation has ended. */
  public Given inactiveCorrelation() {
    eventsRecord.link(EventsRecord.Link.INACTIVE);
    return this;
  }

  /**
   * The event's record on this instance: for an outbound subflow the one that has changed, for an
   * inbound one the one that is correlated, if there is a correlation. Without it, it is an
   * incident that has nothing but default values.
   *
   * @param values by field; references by sys_id or name
   */
  public Given localRecord(String table, Map<String, String> values) {
    eventsRecord.is(insert(table, values));
    return this;
  }

  /** Somebody has deleted the event's record on this instance. */
  public Given deletedLocalRecord() {
    eventsRecord.isDeleted();
    return this;
  }

  /**
   * A record that this instance has, for references to lead to.
   *
   * @param values by field; references by sys_id or name
   */
  public Given record(String table, Map<String, String> values) {
    insert(table, values);
    return this;
  }

  /** A group that this instance has. */
  public Given group(String name) {
    return record("sys_user_group", Map.of("name", name));
  }

  /** A user that this instance has, for references to lead to. */
  public Given user(String userName, String name) {
    return record("sys_user", Map.of("user_name", userName, "name", name));
  }

  /**
   * Flows run as a user who has these roles and no others; {@code ih_process_sync_run_as} is needed
   * to run flows at all.
   */
  public Given runAs(String... roles) {
    world.memory.runAs = Optional.of(InMemory.actor(roles));
    return this;
  }

  /** The name of the remote system. */
  public Given remoteSystem(String name) {
    trouble.remoteSystem = name;
    world.memory.remote = Optional.of(InMemory.remoteSystem(name, InMemory.RUN_AS));
    return this;
  }

  /** For an error subflow: why the last try failed. */
  public Given connectionError(String message) {
    trouble.message = message;
    return this;
  }

  /** For an error subflow: when the first try failed. */
  public Given failingSince(Instant firstTry) {
    trouble.since = firstTry;
    return this;
  }

  /** For an error subflow: how many tries have failed in a row. */
  public Given failedTries(int tries) {
    trouble.tries = tries;
    return this;
  }

  /** For an error subflow: how many messages wait for the remote system. */
  public Given waitingMessages(int messages) {
    trouble.waiting = messages;
    return this;
  }

  /** What the flow of an entry is started with, as outbound, inbound and trouble start theirs. */
  Map<String, Object> inputs(Kind kind, String entry, Optional<Operation> operation) {
    if (operation.isEmpty()) {
      return trouble.inputs();
    }
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("queue_entry", entry);
    inputs.put("remote_system", InMemory.REMOTE);
    inputs.put("process_event", processEvent);
    inputs.put("operation", operation.get().value());
    if (kind == Kind.OUTBOUND) {
      TableRecord record = eventsRecord.settle(operation.get());
      inputs.put("local_table", record.table());
      inputs.put("local_record", record.sysId());
      inputs.put("capture_definition", CAPTURE_DEFINITION);
      inputs.put("payload", payload.toJson(record.table(), record.sysId()));
    } else {
      eventsRecord.settle();
      inputs.put(
          "when_gone",
          FlowBinding.NONE
              .whenGone(operation.get())
              .map(usual -> whenGone.orElse(usual).value())
              .orElse(""));
      inputs.put("local_correlation_id", LOCAL_CORRELATION_ID);
      inputs.put("remote_correlation_id", REMOTE_CORRELATION_ID);
      inputs.put("payload", payload.toJson("incident", REMOTE_RECORD));
    }
    return inputs;
  }

  EventsRecord eventsRecord() {
    return eventsRecord;
  }

  String idOf(String table, String displayValue) {
    if (world.references.resolve(table, displayValue) instanceof References.Resolved.Found found) {
      return found.sysId();
    }
    throw new AssertionError(
        "No record, or more than one, of %s is '%s'.".formatted(table, displayValue));
  }

  private TableRecord insert(String table, Map<String, String> values) {
    return world.records.insert(Actor.system(), table, values);
  }
}
