package dev.processsync.inbound;

import dev.processsync.queue.InboundQueue;
import dev.processsync.table.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages in, each once, and answers for each: one bad message never fails its batch. When a
 * receipt says accepted, the message is committed.
 */
@Service
class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final Doorkeeper doorkeeper;
  private final InboundQueue queue;
  private final TransactionTemplate transaction;

  Inbox(Doorkeeper doorkeeper, InboundQueue queue, PlatformTransactionManager transactions) {
    this.doorkeeper = doorkeeper;
    this.queue = queue;
    this.transaction = new TransactionTemplate(transactions);
  }

  List<Receipt> receive(List<Message> messages, Actor sender) {
    try {
      return receiveAll(messages, sender);
    } catch (DuplicateKeyException e) {
      log.debug("The same message came twice in the same moment; looking again", e);
      return receiveAll(messages, sender);
    }
  }

  private List<Receipt> receiveAll(List<Message> messages, Actor sender) {
    return Objects.requireNonNull(
        transaction.execute(status -> receiveEach(messages, sender)), "receipts");
  }

  private List<Receipt> receiveEach(List<Message> messages, Actor sender) {
    List<Receipt> receipts = new ArrayList<>(messages.size());
    for (Message message : messages) {
      receipts.add(receive(message, sender));
    }
    return receipts;
  }

  private Receipt receive(Message message, Actor sender) {
    String messageId = message.messageId() == null ? "" : message.messageId();
    try {
      boolean isNew = queue.add(doorkeeper.admit(message, sender));
      return isNew ? Receipt.accepted(messageId) : Receipt.duplicate(messageId);
    } catch (RefusedMessage e) {
      log.warn(
          "Message {} for remote system {} from user {} refused ({}): {}",
          loggable(messageId),
          loggable(String.valueOf(message.remoteSystem())),
          sender.userName(),
          e.code().value(),
          loggable(String.valueOf(e.getMessage())));
      return Receipt.refused(messageId, e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** What a stranger wrote can't forge a log line. */
  private static String loggable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
