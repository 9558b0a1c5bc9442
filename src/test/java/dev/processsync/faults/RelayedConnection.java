package dev.processsync.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** Two sockets, and the bytes that are carried from one to the other. */
final class RelayedConnection {

  private static final int BUFFER = 16 * 1024;

  private final Relay relay;
  private final Socket client;
  private final Socket node;
  private final Consumer<RelayedConnection> whenClosed;

  RelayedConnection(
      Relay relay, Socket client, Socket node, Consumer<RelayedConnection> whenClosed) {
    this.relay = relay;
    this.client = client;
    this.node = node;
    this.whenClosed = whenClosed;
  }

  void carryRequests() {
    carry(client, node, false);
  }

  void carryAnswers() {
    carry(node, client, true);
  }

  private void carry(Socket from, Socket to, boolean answers) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Relay.Cut cut = relay.afterStall();
        if (answers && cut == Relay.Cut.RESET) {
          reset();
        }
        if (!answers || cut != Relay.Cut.SWALLOW) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // One of the two is gone, which the other learns now.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // In order, not by a reset: what was just written shall still be read.
      close(client);
      close(node);
      whenClosed.accept(this);
    }
  }

  void reset() {
    reset(client);
    reset(node);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  /** Closes so that the other end gets a reset, not an orderly end. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }
}
