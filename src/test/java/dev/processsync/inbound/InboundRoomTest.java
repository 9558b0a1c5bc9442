package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.record.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class InboundRoomTest {

  private static final long LARGE = 8_000_000;

  private final InboundRoom room =
      new InboundRoom(new InboundProperties(8, 3, 100, DataSize.ofMegabytes(1)));

  private static Actor sender(String name) {
    return new Actor(name, "id of " + name, Set.of("ih_process_sync_api"), false, null);
  }

  @Test
  void oneSenderHasItsShareAndOthersHaveTheirs() {
    List<InboundRoom.Place> places = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      places.add(room.enter(sender("hostile"), 100));
    }

    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(() -> room.enter(sender("hostile"), 100))
        .satisfies(refused -> assertThat(refused.status().value()).isEqualTo(429))
        .withMessageContaining("3 requests with messages of user 'hostile' at a time");
    room.enter(sender("friendly"), 100).close();

    places.get(0).close();
    room.enter(sender("hostile"), 100).close();
  }

  @Test
  void aSenderSendsOneLargeRequestAtATimeAndSmallOnesBesideIt() {
    try (InboundRoom.Place large = room.enter(sender("hostile"), LARGE)) {
      for (long declared : new long[] {LARGE, -1}) {
        assertThatExceptionOfType(TooManyRequests.class)
            .isThrownBy(() -> room.enter(sender("hostile"), declared));
      }
      room.enter(sender("hostile"), 100).close();
      room.enter(sender("friendly"), LARGE).close();
      assertThat(large.work(List::of)).isEmpty();
    }
    room.enter(sender("hostile"), LARGE).close();
  }
}
