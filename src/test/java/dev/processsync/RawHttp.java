package dev.processsync;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends what no client library would: a request byte by byte as it is given. */
public record RawHttp(int port) {

  /** An answer as it came, its body put together; bytes as characters. */
  public record Answer(int status, String head, String body) {

    public String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  /**
   * @param target as it stands in the request's first line
   * @param headers whole lines
   */
  public Answer send(String method, String target, List<String> headers, byte[] body) {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + target + " HTTP/1.1");
    lines.add("Host: localhost:" + port);
    lines.add("Connection: close");
    lines.addAll(headers);
    if (body.length > 0) {
      lines.add("Content-Length: " + body.length);
    }
    return send(String.join("\r\n", lines) + "\r\n\r\n", body);
  }

  /** In UTF-8, which is more than a first line may hold. */
  public Answer send(String head, byte[] body) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new IllegalStateException(head.lines().findFirst().orElse(""), e);
    }
  }

  private static Answer read(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IllegalStateException("no answer, but '" + text + "'");
    }
    String head = text.substring(0, end);
    String[] first = head.split(" ", 3);
    String body = text.substring(end + 4);
    boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    return new Answer(Integer.parseInt(first[1]), head, chunked ? joined(body) : body);
  }

  /** A character is a byte here. */
  private static String joined(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (at < chunks.length()) {
      int line = chunks.indexOf("\r\n", at);
      int length = Integer.parseInt(chunks.substring(at, line), 16);
      body.append(chunks, line + 2, Math.min(chunks.length(), line + 2 + length));
      at = line + 2 + length + 2;
    }
    return body.toString();
  }
}
