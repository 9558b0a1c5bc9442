package dev.processsync.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program on this machine that calls an instance from an address of its choice: all of 127/8 are
 * this machine.
 */
public record FromAddress(String address, int port) {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

  /** A whole answer, head and body as text. */
  public record Answer(int status, String text) {

    public String header(String name) {
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  public Answer get(String path, String login, String password, String... headers) {
    return send("GET", path, "", with(headers, "Authorization: " + basic(login, password)));
  }

  /**
   * @param headers whole lines
   */
  public Answer send(String method, String path, String body, String... headers) {
    StringBuilder request =
        new StringBuilder()
            .append("%s %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(method, path, port))
            .append("Connection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    if (!method.equals("GET")) {
      request
          .append("Content-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    return sendAsIs(request.append("\r\n").append(body).toString());
  }

  Answer sendAsIs(String request) {
    try (Socket socket =
        new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = read(socket.getInputStream());
      return new Answer(Integer.parseInt(answer.substring(9, 12)), answer);
    } catch (IOException e) {
      throw new IllegalStateException("from " + address, e);
    }
  }

  /** As much as the head says; whether the connection ends is the server's affair. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      read.write(next);
      String text = read.toString(StandardCharsets.UTF_8);
      int head = text.indexOf("\r\n\r\n");
      if (head >= 0) {
        Matcher length = LENGTH.matcher(text);
        read.writeBytes(
            length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes());
        break;
      }
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  public static String basic(String login, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static String[] with(String[] headers, String more) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = more;
    return all;
  }
}
