package dev.processsync.queue;

import dev.processsync.queue.Crash.Moment;
import dev.processsync.queue.History.Flow;
import dev.processsync.queue.History.Misfortune;
import java.util.List;
import java.util.Set;

/** One thing that happens to the queue. Numbers choose among what there is at that moment. */
@FunctionalInterface
interface Step {

  /** In place of a lane. */
  int ALL = -1;

  void happens(Cluster cluster);

  /** A record was changed; its transaction ends well, or it does not. */
  record Capture(int record, int remote, Flow flow, Misfortune misfortune, boolean rolledBack)
      implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.capture(record, remote, flow, misfortune, rolledBack);
    }
  }

  /**
   * A lane is worked by some node.
   *
   * @param lane {@link #ALL} lanes together, or one alone
   * @param meanwhile what happens, one at a time, while its flows run
   * @param beforeSettling what happens, one at a time, before a failure is settled
   */
  record Turn(int lane, int batch, Moment crash, List<Step> meanwhile, List<Step> beforeSettling)
      implements Step {
    @Override
    public void happens(Cluster cluster) {
      Set<Integer> lanes = lane == ALL ? cluster.allLanes() : Set.of(cluster.lane(lane));
      cluster.turn(lanes, batch, crash, meanwhile, beforeSettling);
    }
  }

  /** What the engine does with an instance. */
  enum Deed {
    COMPLETES,
    SAYS_ITS_OUTCOME_AND_WAITS,
    IS_CANCELLED,
    FAILS_ONCE,
    GIVES_UP,
    IS_TRIED_AGAIN
  }

  /** Something happens to an instance in the engine. */
  record Engine(int instance, Deed deed, boolean rolledBack) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.engineDoes(instance, deed, rolledBack);
    }
  }

  /** An administrator has an entry in Error tried again, with or without having mended it. */
  record SetReady(int entry, boolean mended) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.setReady(entry, mended);
    }
  }

  /** An administrator skips an entry that is Ready or in Error. */
  record Skip(int entry) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.skip(entry);
    }
  }

  /** A node takes messages in hand, if it gets the turn. */
  record Read(int node, int remote, int limit) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.sender(node).read(cluster.remote(remote), limit);
    }
  }

  /** A node sends what it has in hand; the answer may break off. */
  record Post(int node, int atMost) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.sender(node).post(atMost);
    }
  }

  /** A node notes what came of its request, unless it dies over it. */
  record Settle(int node, boolean rolledBack) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.sender(node).settle(rolledBack);
    }
  }

  /** From now on the receiver refuses a change's message. */
  record Refuse(int entry) implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.refuse(entry);
    }
  }

  /** So much time passes that a turn to transmit is lost. */
  record LeaseExpires() implements Step {
    @Override
    public void happens(Cluster cluster) {
      cluster.leaseExpires();
    }
  }
}
