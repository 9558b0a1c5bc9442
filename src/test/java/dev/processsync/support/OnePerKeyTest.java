package dev.processsync.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OnePerKeyTest {

  private final Deque<Runnable> submitted = new ArrayDeque<>();
  private final List<String> worked = new ArrayList<>();

  @Test
  void runsAKeyOnceAtATime() {
    OnePerKey<String> work = new OnePerKey<>(worked::add);

    work.run("a", submitted::add);
    work.run("b", submitted::add);

    assertThat(submitted).hasSize(2);
  }

  @Test
  void runsAKeyOnceMoreForAllTheCallsThatCameMeanwhile() {
    OnePerKey<String> work = new OnePerKey<>(worked::add);
    work.run("a", submitted::add);
    work.run("a", submitted::add);
    work.run("a", submitted::add);

    runAll();

    assertThat(worked).containsExactly("a", "a");
  }

  @Test
  void runsAgainAfterAFailure() {
    OnePerKey<String> work =
        new OnePerKey<>(
            key -> {
              worked.add(key);
              throw new IllegalStateException("this time");
            });
    work.run("a", submitted::add);
    runAll();

    work.run("a", submitted::add);
    runAll();

    assertThat(worked).containsExactly("a", "a");
  }

  private void runAll() {
    while (!submitted.isEmpty()) {
      try {
        Objects.requireNonNull(submitted.poll()).run();
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("this time");
      }
    }
  }
}
