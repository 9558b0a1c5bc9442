package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** One node at a time speaks to a remote system, for as long as it says that it lives. */
class TransmitTurnsTest {

  private static final String REMOTE = "remote";

  private static @Nullable ConfigurableApplicationContext queue;

  @BeforeContainer
  static void startOnH2() {
    queue = QueueSlice.onH2();
  }

  @AfterContainer
  static void stop() {
    Objects.requireNonNull(queue).close();
  }

  enum Deed {
    TAKES,
    RELEASES,
    PROLONGS
  }

  /**
   * @param after how much time passes before
   */
  record Act(int node, Deed deed, Duration after) {}

  /** What is to be expected, in plain words. */
  private static final class Turn {
    private int holder = -1;
    private Instant until = Instant.EPOCH;

    boolean isHeldByOther(int node, Instant now) {
      return holder != node && !until.isBefore(now);
    }

    void held(int by, Instant now) {
      holder = by;
      until = now.plus(TransmitTurns.LEASE);
    }

    void released(int by) {
      if (holder == by) {
        until = Instant.EPOCH;
      }
    }

    void prolonged(int by, Instant now) {
      if (holder == by && until.isAfter(now)) {
        held(by, now);
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void areHeldByOneNodeAtATimeUntilItLetsGoOrIsGone(@ForAll("acts") List<Act> acts) {
    MovableClock clock = bean(MovableClock.class);
    TransactionTemplate transaction = bean(TransactionTemplate.class);
    QueueSlice.empty(bean(DSLContext.class));
    List<TransmitTurns> nodes = List.of(node(), node());
    Turn expected = new Turn();
    for (Act act : acts) {
      clock.advance(act.after());
      Instant now = clock.instant();
      TransmitTurns node = nodes.get(act.node());
      transaction.executeWithoutResult(
          status -> {
            switch (act.deed()) {
              case TAKES -> {
                boolean others = expected.isHeldByOther(act.node(), now);
                assertThat(node.take(REMOTE)).as("%s", act).isEqualTo(!others);
                if (!others) {
                  expected.held(act.node(), now);
                }
              }
              case RELEASES -> {
                node.release(REMOTE);
                expected.released(act.node());
              }
              case PROLONGS -> {
                node.prolong();
                expected.prolonged(act.node(), now);
              }
            }
          });
    }
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.of(Deed.class),
            Arbitraries.frequency(
                    Tuple.of(4, 0L),
                    Tuple.of(4, TransmitTurns.LEASE.toMillis() / 2),
                    Tuple.of(1, TransmitTurns.LEASE.toMillis()),
                    Tuple.of(2, TransmitTurns.LEASE.toMillis() + 1))
                .map(Duration::ofMillis))
        .as(Act::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(20);
  }

  private static TransmitTurns node() {
    return new TransmitTurns(
        bean(DSLContext.class), bean(InsertOnce.class), bean(MovableClock.class));
  }

  private static <T> T bean(Class<T> type) {
    return Objects.requireNonNull(queue).getBean(type);
  }
}
