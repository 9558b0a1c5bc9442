package dev.processsync.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to a side: gives each new connection to one of its nodes in turn, as a load balancer
 * does, and can be cut like a network. It sees bytes, not requests.
 */
final class Relay implements AutoCloseable {

  /** How a way can be cut. */
  enum Cut {
    NONE,
    /** Nobody is let in, and those inside are thrown out. */
    REFUSE,
    /** The request gets through; in place of its answer comes a reset. */
    RESET,
    /** The request gets through; its answer disappears. */
    SWALLOW,
    /** Nothing moves, and then it does: a request may arrive when nobody waits for it any more. */
    STALL
  }

  private static final int CONNECT_MILLIS = 1_000;

  private final List<Integer> ports;
  private final ServerSocket door;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "relay");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<RelayedConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private Cut cut = Cut.NONE;

  Relay(List<Integer> ports) throws IOException {
    this.ports = ports;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::welcome);
  }

  URI url() {
    return URI.create("http://localhost:" + door.getLocalPort());
  }

  synchronized Cut state() {
    return cut;
  }

  synchronized void cut(Cut how) {
    cut = how;
    notifyAll();
    if (how == Cut.REFUSE) {
      open.forEach(RelayedConnection::reset);
    }
  }

  void heal() {
    cut(Cut.NONE);
  }

  /** What is on its way stays where it is for as long as the way is stalled. */
  synchronized Cut afterStall() throws InterruptedException {
    while (cut == Cut.STALL) {
      wait();
    }
    return cut;
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        threads.execute(() -> connect(client));
      } catch (IOException closed) {
        // Only by close(): the loop ends.
      }
    }
  }

  private void connect(Socket client) {
    Optional<Socket> node = state() == Cut.REFUSE ? Optional.empty() : nodeInTurn();
    if (node.isEmpty()) {
      RelayedConnection.reset(client);
      return;
    }
    RelayedConnection connection =
        new RelayedConnection(this, client, node.get(), done -> open.remove(done));
    open.add(connection);
    threads.execute(connection::carryRequests);
    threads.execute(connection::carryAnswers);
  }

  /** The first that accepts, starting with the next in turn. A paused node accepts, too. */
  private Optional<Socket> nodeInTurn() {
    int first = turn.getAndIncrement();
    for (int i = 0; i < ports.size(); i++) {
      Socket socket = new Socket();
      try {
        int port = ports.get(Math.floorMod(first + i, ports.size()));
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        return Optional.of(socket);
      } catch (IOException down) {
        RelayedConnection.reset(socket);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(RelayedConnection::reset);
    threads.shutdownNow();
  }
}
