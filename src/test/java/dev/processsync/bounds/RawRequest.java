package dev.processsync.bounds;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends what no library would: bodies that end too late, or never. */
final class RawRequest implements AutoCloseable {

  private final Socket socket;

  RawRequest(int port, String method, String path, String... headers) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
    send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      send(header + "\r\n");
    }
    send("\r\n");
  }

  RawRequest send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return this;
  }

  /** Sends bytes, one after the other, until the server has answered or hung up. */
  String dripUntilAnswered(Duration atMost, Duration pause, String drop) throws IOException {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(pause)
        .atMost(atMost)
        .until(
            () -> {
              if (socket.getInputStream().available() > 0) {
                return true;
              }
              send(drop);
              return false;
            });
    return answer();
  }

  /** Head and body, as far as they come before the connection ends or is silent for a moment. */
  String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] part = new byte[8192];
    try {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        answer.append(new String(part, 0, count, StandardCharsets.UTF_8));
        if (isComplete(answer)) {
          break;
        }
      }
    } catch (SocketException hungUp) {
      // What came before counts.
    }
    return answer.toString();
  }

  private static boolean isComplete(StringBuilder answer) {
    int head = answer.indexOf("\r\n\r\n");
    return head >= 0
        && (answer.toString().contains("\"failure\"}") || answer.indexOf("Content-Length: 0") >= 0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
