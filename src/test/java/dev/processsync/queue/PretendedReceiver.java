package dev.processsync.queue;

import dev.processsync.queue.entry.QueueEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The other side: takes each message once, and nothing behind one that it refuses. */
final class PretendedReceiver {

  private final Set<String> refusing = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> received = new ArrayList<>();

  /** What it answers; messages without an answer are left behind. */
  record Answer(List<QueueEntry> taken, List<QueueEntry> refused) {}

  void refuse(String name) {
    refusing.add(name);
  }

  void take(String name) {
    refusing.remove(name);
  }

  void takeEverything() {
    refusing.clear();
  }

  /**
   * @param atMost after how many messages it breaks off
   */
  Answer post(List<QueueEntry> messages, int atMost) {
    Answer answer = new Answer(new ArrayList<>(), new ArrayList<>());
    Set<String> refusedRecords = new HashSet<>();
    for (QueueEntry message : messages.subList(0, Math.min(atMost, messages.size()))) {
      if (ids.contains(message.sysId())) {
        answer.taken().add(message);
      } else if (!refusedRecords.contains(message.orderKey())) {
        if (refusing.contains(message.payload())) {
          refusedRecords.add(message.orderKey());
          answer.refused().add(message);
        } else {
          ids.add(message.sysId());
          received.add(message.payload());
          answer.taken().add(message);
        }
      }
    }
    return answer;
  }

  /** The names of the messages in the order in which they were applied. */
  List<String> received() {
    return List.copyOf(received);
  }
}
