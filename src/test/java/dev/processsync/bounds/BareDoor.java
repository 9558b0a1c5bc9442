package dev.processsync.bounds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Refuses whatever is asked as soon as it is asked, reads no body and knows nobody: what attackers
 * cost here is the machine that they occupy, and no server could do less for them. A process of its
 * own; prints the port at which it listens.
 */
final class BareDoor {

  private static final byte[] REFUSAL =
      "HTTP/1.1 429 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private BareDoor() {}

  public static void main(String[] none) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket door = new ServerSocket(0, 200)) {
      System.out.println(door.getLocalPort());
      while (true) {
        Socket guest = door.accept();
        threads.execute(() -> refuse(guest));
      }
    }
  }

  private static void refuse(Socket guest) {
    try (guest) {
      guest.setSoTimeout(10_000);
      readHead(new BufferedInputStream(guest.getInputStream()));
      guest.getOutputStream().write(REFUSAL);
    } catch (IOException gone) {
      // Which is all the same here.
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int last = 0; // the four bytes that were read last
    while (last != 0x0D0A0D0A) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      last = (last << 8) | next;
    }
  }
}
