package dev.processsync.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An instance of several nodes on one database, and the load balancer before them. */
final class Side implements AutoCloseable {

  static final int NODES = 2;

  private final Fault.SideName name;
  private final List<Node> nodes;
  private final Relay relay;

  Side(Fault.SideName name, Path directory, Databases databases) throws IOException {
    this.name = name;
    this.nodes =
        List.of(
            new Node(name + "1", name, directory, databases),
            new Node(name + "2", name, directory, databases));
    this.relay = new Relay(nodes.stream().map(Node::port).toList());
  }

  Fault.SideName name() {
    return name;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** What the other side reaches this one by. */
  Relay relay() {
    return relay;
  }

  /** The first alone: it makes the engine's tables. The others may come while it is at work. */
  void startFirst() {
    nodes.get(0).start();
  }

  void startOthers() {
    nodes.get(0).awaitUp();
    nodes.subList(1, NODES).forEach(Node::start);
  }

  void awaitUp() {
    nodes.forEach(Node::awaitUp);
  }

  /** The node, or its twin if it is not up. */
  Node upOr(int index) {
    Node first = nodes.get(index);
    return first.isUp() ? first : nodes.get(NODES - 1 - index);
  }

  /** Any node that is up, as soon as one is. */
  Node anyUp(Random random) {
    return await("a node of " + name)
        .atMost(Duration.ofMinutes(5))
        .until(() -> oneUp(random), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Node> oneUp(Random random) {
    List<Node> up = nodes.stream().filter(Node::isUp).toList();
    return up.isEmpty() ? Optional.empty() : Optional.of(up.get(random.nextInt(up.size())));
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    relay.close();
  }
}
