package dev.processsync.inbound;

import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.correlation.Ending;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.queue.FlowsOnArrival;
import dev.processsync.queue.FreeRecords;
import dev.processsync.queue.InboundQueue;
import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.queue.lane.FlowOutcome;
import dev.processsync.queue.lane.LargePayloads;
import dev.processsync.queue.lane.TimedTransaction;
import dev.processsync.queue.receipt.InboundReceipt;
import dev.processsync.queue.receipt.InboundReceipts;
import dev.processsync.record.Actor;
import dev.processsync.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages in, each once, and answers for each: one bad message never fails its batch. When a
 * receipt says accepted, the message is committed; its flow has run then too, if nothing was in its
 * way.
 */
@Service
class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /** Requests with the same messages in other orders may undo each other more than once. */
  private static final int TRIES = 4;

  /** What the payloads of a transaction come to; one is always written. */
  private static final long MOST_CHARACTERS = 1_000_000;

  /** The sender waits meanwhile: what takes longer is left to the lanes. */
  private static final Duration FLOWS_TAKE_AT_MOST = Duration.ofSeconds(5);

  private final MessageValidator validator;
  private final InboundQueue queue;
  private final FlowsOnArrival flows;
  private final InboundReceipts known;
  private final Correlations correlations;
  private final TransactionTemplate transaction;
  private final TimedTransaction timed;
  private final Settings settings;
  private final FailedArrivals failed = new FailedArrivals();

  Inbox(
      MessageValidator validator,
      InboundQueue queue,
      FlowsOnArrival flows,
      InboundReceipts known,
      Correlations correlations,
      PlatformTransactionManager transactions,
      TimedTransaction timed,
      Settings settings) {
    this.validator = validator;
    this.queue = queue;
    this.flows = flows;
    this.known = known;
    this.correlations = correlations;
    this.transaction = new TransactionTemplate(transactions);
    this.timed = timed;
    this.settings = settings;
  }

  /**
   * In as many transactions as it takes: a database keeps in memory what one of them writes. If one
   * fails, those before it are committed, and will be duplicates when the sender repeats them.
   */
  List<Receipt> receive(List<Message> messages, Actor sender) {
    Set<RefusedRecord> refused = new HashSet<>();
    List<Receipt> receipts = new ArrayList<>(messages.size());
    int next = 0;
    while (next < messages.size()) {
      int end = end(messages, next);
      List<Message> some = messages.subList(next, end);
      long characters = some.stream().mapToLong(Message::size).sum();
      List<Receipt> answers =
          LargePayloads.inTurn(characters, () -> receiveAtOnce(some, sender, refused));
      tellRefusals(some, answers, sender);
      receipts.addAll(answers);
      next = end;
    }
    return receipts;
  }

  /** Where what one transaction writes of these ends. */
  private int end(List<Message> messages, int from) {
    int most = Math.min(messages.size(), from + settings.current().batchSize());
    int end = from;
    long characters = 0;
    while (end < most && characters < MOST_CHARACTERS) {
      characters += messages.get(end++).size();
    }
    return end;
  }

  private List<Receipt> receiveAtOnce(
      List<Message> messages, Actor sender, Set<RefusedRecord> refused) {
    if (failed.haveNoneOf(messages)) {
      try {
        return receiveAll(messages, new Request(sender, true, new HashSet<>(refused)), refused);
      } catch (DuplicateKeyException | ConcurrencyFailureException e) {
        log.debug("Somebody else did the same in the same moment; the flows are left to lanes", e);
      } catch (RuntimeException e) {
        failed.add(messages);
        log.debug("The flows of {} messages are left to their lanes", messages.size(), e);
      }
    }
    for (int left = TRIES - 1; left > 0; left--) {
      try {
        return receiveAll(messages, new Request(sender, false, new HashSet<>(refused)), refused);
      } catch (DuplicateKeyException | ConcurrencyFailureException e) {
        log.debug("The same message came twice in the same moment; looking again", e);
      }
    }
    return receiveAll(messages, new Request(sender, false, new HashSet<>(refused)), refused);
  }

  private List<Receipt> receiveAll(
      List<Message> messages, Request request, Set<RefusedRecord> refused) {
    TransactionCallback<List<Receipt>> work = status -> receiveEach(messages, request);
    List<Receipt> receipts =
        request.runsFlows()
            ? timed.execute(FLOWS_TAKE_AT_MOST, work)
            : Objects.requireNonNull(transaction.execute(work), "receipts");
    refused.addAll(request.refused());
    return receipts;
  }

  /**
   * How a transaction takes messages in.
   *
   * @param refused the records of which a message was refused so far
   */
  private record Request(Actor sender, boolean runsFlows, Set<RefusedRecord> refused) {}

  /** A record of which a message was refused, so that no later one of the request overtakes it. */
  private record RefusedRecord(String remoteSystem, String localCorrelationId) {}

  private List<Receipt> receiveEach(List<Message> messages, Request request) {
    Receipt[] receipts = new Receipt[messages.size()];
    Map<RemoteSystem, List<Integer>> bySystem = new LinkedHashMap<>();
    for (int i = 0; i < receipts.length; i++) {
      try {
        RemoteSystem system = validator.system(messages.get(i), request.sender());
        bySystem.computeIfAbsent(system, of -> new ArrayList<>()).add(i);
      } catch (RefusedMessage e) {
        receipts[i] = refused(messages.get(i), e);
      }
    }
    bySystem.forEach(
        (system, positions) -> {
          List<Message> sent = positions.stream().map(messages::get).toList();
          List<Receipt> answers = receive(system, sent, request);
          for (int i = 0; i < answers.size(); i++) {
            receipts[positions.get(i)] = answers.get(i);
          }
        });
    return List.of(receipts);
  }

  /** A constant number of statements, however many messages, beside those of their flows. */
  private List<Receipt> receive(RemoteSystem system, List<Message> messages, Request request) {
    Set<String> ids = texts(messages, Message::localCorrelationId);
    FreeRecords free =
        request.runsFlows() ? flows.free(system.sysId(), ids) : FreeRecords.none(system.sysId());
    Set<String> arrived = queue.arrived(system.sysId(), texts(messages, Message::messageId));
    correlations.foreseeLocalCorrelationIds(system.sysId(), ids);
    List<NewInboundEntry> entries = new ArrayList<>(messages.size());
    Map<NewInboundEntry, String> late = new LinkedHashMap<>();
    List<Receipt> receipts = new ArrayList<>(messages.size());
    for (Message message : messages) {
      String messageId = shown(message.messageId());
      if (!arrived.add(messageId)) {
        receipts.add(Receipt.duplicate(messageId));
        continue;
      }
      RefusedRecord record = new RefusedRecord(system.sysId(), shown(message.localCorrelationId()));
      try {
        requireNoneRefused(record, request.refused());
        Optional<String> ended = requireNotTurnedOff(record, ids);
        NewInboundEntry entry = validator.admit(message, system, request.sender());
        ended.ifPresentOrElse(why -> late.put(entry, why), () -> entries.add(entry));
        receipts.add(Receipt.accepted(messageId));
      } catch (RefusedMessage e) {
        request.refused().add(record);
        arrived.remove(messageId);
        receipts.add(refused(message, e));
      }
    }
    Map<String, FlowOutcome> outcomes = new HashMap<>(flows.add(entries, free));
    outcomes.putAll(flows.addSkipped(late));
    receipts.replaceAll(receipt -> applied(receipt, outcomes));
    tellOfDuplicates(system, receipts);
    return receipts;
  }

  private static Receipt applied(Receipt receipt, Map<String, FlowOutcome> outcomes) {
    FlowOutcome outcome = outcomes.get(receipt.messageId());
    return outcome == null || !receipt.isAccepted() ? receipt : receipt.with(outcome);
  }

  private void tellOfDuplicates(RemoteSystem system, List<Receipt> receipts) {
    Set<String> duplicates =
        receipts.stream()
            .filter(Receipt::isDuplicate)
            .map(Receipt::messageId)
            .collect(Collectors.toSet());
    if (!duplicates.isEmpty()) {
      Map<String, InboundReceipt> known = this.known.of(system.sysId(), duplicates);
      receipts.replaceAll(
          receipt -> {
            InboundReceipt before = known.get(receipt.messageId());
            return before == null || !receipt.isDuplicate() ? receipt : receipt.with(before);
          });
    }
  }

  private static void requireNoneRefused(RefusedRecord record, Set<RefusedRecord> refused) {
    if (refused.contains(record)) {
      throw new RefusedMessage(
          Receipt.Refusal.EARLIER_MESSAGE_REFUSED,
          "An earlier message of this request for the same record was refused; send this one after it.");
    }
  }

  /**
   * A link that an administrator turned off may be on again tomorrow: the sender keeps its message.
   * One that has ended does not begin anew, and stops nobody.
   *
   * @return why nothing is applied, empty if it is
   */
  private Optional<String> requireNotTurnedOff(RefusedRecord record, Set<String> foreseen) {
    if (!foreseen.contains(record.localCorrelationId())) {
      return Optional.empty(); // Its message can't be read and is refused for that.
    }
    Optional<Correlation> inactive =
        correlations
            .findByLocalCorrelationId(record.remoteSystem(), record.localCorrelationId())
            .filter(correlation -> !correlation.active());
    if (inactive.map(Correlation::ending).filter(Ending::isFinal).isPresent()) {
      return inactive.map(Correlation::whyNothingPasses);
    }
    if (inactive.isPresent()) {
      throw new RefusedMessage(
          Receipt.Refusal.CORRELATION_INACTIVE,
          "Correlation '%s' is inactive: nothing is applied to its record any more."
              .formatted(record.localCorrelationId()));
    }
    return Optional.empty();
  }

  private static Receipt refused(Message message, RefusedMessage e) {
    return Receipt.refused(shown(message.messageId()), e.code(), String.valueOf(e.getMessage()));
  }

  /** Once, however often a transaction was begun anew. */
  private static void tellRefusals(List<Message> messages, List<Receipt> answers, Actor sender) {
    for (int i = 0; i < answers.size(); i++) {
      Receipt answer = answers.get(i);
      if (answer.code() != null) {
        log.warn(
            "Message {} for remote system {} from user {} refused ({}): {}",
            loggable(answer.messageId()),
            loggable(shown(messages.get(i).remoteSystem())),
            sender.userName(),
            answer.code(),
            loggable(shown(answer.error())));
      }
    }
  }

  private static Set<String> texts(
      List<Message> messages, Function<Message, @Nullable String> field) {
    return messages.stream()
        .filter(message -> message.problem() == null)
        .map(field)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What a stranger wrote can't forge a log line. */
  private static String loggable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
