package dev.processsync.testing.slice;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.conflict.Conflicts;
import dev.processsync.conflict.FieldConflict;
import dev.processsync.conflict.OpenConflict;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.correlation.Ending;
import dev.processsync.definition.CaptureDefinition;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.RunAsChoice;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.definition.WhenGone;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.identity.Users;
import dev.processsync.mail.Mail;
import dev.processsync.mail.Mails;
import dev.processsync.problem.RecordConflict;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.record.Actor;
import dev.processsync.settings.DeliverySettings;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What flows tell the other modules, remembered; and a small world for them to ask about. */
public final class InMemory implements QueueEntries, Correlations, Conflicts, Mails {

  public static final String REMOTE = "0123456789abcdef0123456789abcdef";
  public static final String RUN_AS = "fedcba9876543210fedcba9876543210";

  /** What the queue was told, one sentence each. */
  public final List<String> told = new ArrayList<>();

  /** What was left to be sent. */
  public final List<Sent> sent = new ArrayList<>();

  /** What was left to be mailed. */
  public final List<Mail> mails = new ArrayList<>();

  public final List<Correlation> correlations = new ArrayList<>();

  /** What both sides have changed. */
  public final List<FieldConflict> conflicts = new ArrayList<>();

  /** What entries were warned of. */
  public final List<Warning> warnings = new ArrayList<>();

  /** The records that entries lead to. */
  public final List<Applied> applied = new ArrayList<>();

  public Optional<Actor> runAs = Optional.empty();
  public Optional<RemoteSystem> remote = Optional.empty();

  /** Who chose whom flows run as, beside the administrator. */
  public Optional<Actor> chooser = Optional.empty();

  /** Of the inbound flow that a subflow runs for. */
  public ConflictPolicy conflictPolicy = ConflictPolicy.NEWEST;

  public int deployments;

  /** Whether the outbox breaks down. */
  public boolean failing;

  /** What the queue was told of failed tries. */
  public final List<RetryMetadata> tries = new ArrayList<>();

  public DeliverySettings settings = DeliverySettings.of(Map.of());

  /** The time, as flows see it pass. */
  public long nanos;

  /** How long the outbox takes to store a message. */
  public Duration slowness = Duration.ZERO;

  public record Sent(
      String entry, String localCorrelationId, String remoteCorrelationId, String payload) {}

  public record Warning(String entry, String message) {}

  public record Applied(String entry, String table, String record) {}

  /** Takes back what flows do from now on: for a transaction that is rolled back. */
  public Runnable undo() {
    List<Runnable> each =
        Stream.of(told, sent, correlations, conflicts, warnings, applied)
            .map(InMemory::undo)
            .toList();
    return () -> each.forEach(Runnable::run);
  }

  private static <T> Runnable undo(List<T> list) {
    List<T> before = List.copyOf(list);
    return () -> {
      list.clear();
      list.addAll(before);
    };
  }

  public void forget() {
    told.clear();
    sent.clear();
    mails.clear();
    correlations.clear();
    conflicts.clear();
    warnings.clear();
    applied.clear();
    runAs = Optional.of(actor(Role.RUN_AS, Role.INCIDENT_MANAGER));
    remote = Optional.of(remoteSystem(RUN_AS));
    chooser = Optional.empty();
    conflictPolicy = ConflictPolicy.NEWEST;
    deployments = 0;
    failing = false;
    tries.clear();
    settings = DeliverySettings.of(Map.of());
    slowness = Duration.ZERO;
  }

  public static Actor actor(String... roles) {
    Set<String> granted = new HashSet<>(Set.of(roles));
    granted.add(Role.INTERNAL); // As every user who is not external.
    return new Actor("rps.run.as", RUN_AS, granted, false, null);
  }

  public static Actor chooser(String... roles) {
    return new Actor("nobody", SysId.next(), Set.of(roles), false, null);
  }

  public static RemoteSystem remoteSystem(String runAs) {
    return remoteSystem("Customer Instance", runAs);
  }

  public static RemoteSystem remoteSystem(String name, String runAs) {
    return remoteSystem(name, runAs, RunAsChoice.byAdministrator("admin"));
  }

  public static RemoteSystem remoteSystem(String runAs, RunAsChoice choice) {
    return remoteSystem("Customer Instance", runAs, choice);
  }

  private static RemoteSystem remoteSystem(String name, String runAs, RunAsChoice choice) {
    return new RemoteSystem(
        REMOTE,
        name,
        "",
        "",
        "",
        "",
        runAs,
        "",
        "",
        RemoteSystem.State.ACTIVE,
        RemoteSystem.State.ACTIVE,
        choice,
        "");
  }

  void modelsDeployed() {
    deployments++;
  }

  public Users users() {
    return new Users() {
      @Override
      public Optional<Actor> bySysId(String sysId) {
        return runAs.filter(actor -> actor.sysId().equals(sysId));
      }

      @Override
      public Optional<Actor> byUserName(String userName) {
        return runAs.filter(actor -> actor.userName().equals(userName)).or(() -> chooser);
      }
    };
  }

  public SyncDefinitions definitions() {
    return new Definitions();
  }

  @Override
  public void flowCompleted(String entry) {
    told.add(entry + " completed");
  }

  @Override
  public void flowFailed(String entry, String activity, String message) {
    told.add(entry + " failed in " + activity + ": " + message);
  }

  @Override
  public void flowTried(String entry, RetryMetadata tried) {
    tries.add(tried);
  }

  @Override
  public Optional<RetryMetadata> lastTry(String entry) {
    return tries.isEmpty() ? Optional.empty() : Optional.of(tries.get(tries.size() - 1));
  }

  @Override
  public void flowRetried(String entry) {
    told.add(entry + " retried");
  }

  @Override
  public void flowCancelled(String entry, String processInstance) {
    told.add(entry + " cancelled with " + processInstance);
  }

  @Override
  public void warn(String entry, String message) {
    told.add(entry + " warned: " + message);
    warnings.add(new Warning(entry, message));
  }

  @Override
  public void skip(String entry, String reason) {
    told.add(entry + " skipped: " + reason);
  }

  @Override
  public void ranAs(String entry, String processInstance) {
    told.add(entry + " ran as " + processInstance);
  }

  @Override
  public void conflict(String entry, String field, String outcome) {
    told.add(entry + " has a conflict of " + field + ": " + outcome);
  }

  @Override
  public void applied(String entry, TableRecord written) {
    told.add(entry + " applied to " + written.table() + " " + written.sysId());
    applied.add(new Applied(entry, written.table(), written.sysId()));
  }

  @Override
  public void keep(FieldConflict conflict) {
    conflicts.add(conflict);
  }

  @Override
  public int forgetResolved(LocalDateTime before, int limit) {
    return 0;
  }

  @Override
  public List<OpenConflict> open(String localRecord) {
    return List.of();
  }

  @Override
  public void settle(String correlation, String field, FieldConflict.Outcome outcome) {
    conflicts.removeIf(
        conflict ->
            conflict.field().equals(field) && conflict.outcome() == FieldConflict.Outcome.OPEN);
  }

  @Override
  public String leave(Mail mail) {
    mails.add(mail);
    return "mail-" + mails.size();
  }

  @Override
  public void address(
      String entry, String localCorrelationId, String remoteCorrelationId, String payload) {
    if (failing) {
      throw new IllegalStateException("the outbox is out of order");
    }
    nanos += slowness.toNanos();
    sent.add(new Sent(entry, localCorrelationId, remoteCorrelationId, payload));
  }

  @Override
  public Optional<Correlation> findByLocalRecord(String remoteSystem, String localRecord) {
    return correlations.stream()
        .filter(correlation -> correlation.remoteSystem().equals(remoteSystem))
        .filter(correlation -> correlation.localRecord().equals(localRecord))
        .findFirst();
  }

  @Override
  public Optional<Correlation> findByLocalCorrelationId(
      String remoteSystem, String localCorrelationId) {
    return correlations.stream()
        .filter(correlation -> correlation.remoteSystem().equals(remoteSystem))
        .filter(correlation -> correlation.localCorrelationId().equals(localCorrelationId))
        .findFirst();
  }

  @Override
  public List<Correlation> ofRecord(String localTable, String localRecord) {
    return correlations.stream()
        .filter(correlation -> correlation.localTable().equals(localTable))
        .filter(correlation -> correlation.localRecord().equals(localRecord))
        .toList();
  }

  @Override
  public Correlation mint(String remoteSystem, String localTable, String localRecord) {
    return findByLocalRecord(remoteSystem, localRecord)
        .orElseGet(() -> create(remoteSystem, SysId.next(), SysId.next(), localTable, localRecord));
  }

  @Override
  public Correlation create(
      String remoteSystem,
      String localCorrelationId,
      String remoteCorrelationId,
      String localTable,
      String localRecord) {
    requireFree(findByLocalRecord(remoteSystem, localRecord), localTable + " " + localRecord);
    requireFree(
        findByLocalCorrelationId(remoteSystem, localCorrelationId),
        "Local correlation id " + localCorrelationId);
    Correlation created =
        new Correlation(
            SysId.next(),
            localCorrelationId,
            remoteCorrelationId,
            localTable,
            localRecord,
            remoteSystem,
            true);
    correlations.add(created);
    return created;
  }

  private static void requireFree(Optional<Correlation> other, String what) {
    other.ifPresent(
        correlation -> {
          throw new RecordConflict(
              "%s is correlated with remote system %s already, by correlation %s."
                  .formatted(what, correlation.remoteSystem(), correlation.sysId()));
        });
  }

  @Override
  public void foreseeLocalRecords(String remoteSystem, Set<String> localRecords) {
    // Everything is in memory already.
  }

  @Override
  public void foreseeLocalCorrelationIds(String remoteSystem, Set<String> localCorrelationIds) {
    // Everything is in memory already.
  }

  @Override
  public Correlation setActive(Correlation correlation, boolean active) {
    return turn(correlation, active, null);
  }

  @Override
  public Correlation end(Correlation correlation, Ending.Why why, String by) {
    return turn(correlation, false, new Ending(why, "", by));
  }

  private Correlation turn(Correlation correlation, boolean active, @Nullable Ending ending) {
    Correlation changed =
        findByLocalCorrelationId(correlation.remoteSystem(), correlation.localCorrelationId())
            .orElse(correlation)
            .turned(active, ending);
    correlations.replaceAll(each -> each.sysId().equals(changed.sysId()) ? changed : each);
    return changed;
  }

  @Override
  public void recordDeleted(String localTable, String localRecord, String by, String except) {
    // What is told of deleted records is not told here.
  }

  private final class Definitions implements SyncDefinitions {
    @Override
    public Optional<RemoteSystem> remoteSystem(String sysId) {
      return remote.filter(each -> each.sysId().equals(sysId));
    }

    @Override
    public Collection<RemoteSystem> remoteSystems() {
      return remote.stream().toList();
    }

    @Override
    public List<CaptureDefinition> activeCaptures(String table) {
      return List.of();
    }

    @Override
    public List<FlowBinding> outboundFlows(String processEvent) {
      return List.of();
    }

    @Override
    public Optional<FlowBinding> outboundFlow(String processEvent, String remoteSystem) {
      return Optional.empty();
    }

    @Override
    public List<FlowBinding> inboundFlows(String remoteSystem) {
      return List.of();
    }

    @Override
    public Optional<FlowBinding> inboundFlow(String remoteSystem, String eventName) {
      return Optional.of(
          new FlowBinding(
              "", eventName, remoteSystem, "", conflictPolicy, WhenGone.END_LINK, WhenGone.KEEP));
    }

    @Override
    public Optional<String> processEvent(String remoteSystem, String eventName) {
      return Optional.empty();
    }

    @Override
    public Optional<String> eventName(String processEvent) {
      return Optional.empty();
    }

    @Override
    public List<String> eventNames(String remoteSystem) {
      return List.of();
    }
  }
}
