package dev.processsync.bounds;

import dev.processsync.dictionary.SysId;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A partner who sends all that it may, and strangers who send what they may not: none of them obeys
 * a refusal. A process of its own, to be started with the least of priorities, so that what is
 * measured beside it is what the instance does for them, and not what they do themselves. Prints
 * the id of each message that was accepted, and the status of each answer.
 */
final class HostileClients {

  private static final Pattern ACCEPTED =
      Pattern.compile("\"message_id\":\"([0-9a-f]{32})\",\"status\":\"accepted\"");
  private static final int LENGTH = 989_000;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final int port;
  private final String authorization;
  private final String remoteSystem;
  private final int messages;

  private HostileClients(int port, String authorization, String remoteSystem, int messages) {
    this.port = port;
    this.authorization = authorization;
    this.remoteSystem = remoteSystem;
    this.messages = messages;
  }

  @FunctionalInterface
  private interface Attack {
    String once() throws IOException;
  }

  /**
   * @param arguments the port; of the partner the Authorization header, the remote system and how
   *     much it sends
   */
  public static void main(String[] arguments) {
    HostileClients clients =
        new HostileClients(
            Integer.parseInt(arguments[0]),
            arguments[1],
            arguments[2],
            HostileProcess.Large.valueOf(arguments[3]).messages);
    ExecutorService threads = Executors.newCachedThreadPool();
    for (int i = 0; i < 5; i++) {
      threads.execute(() -> clients.repeat("large", clients.new LargeMessages()));
    }
    threads.execute(() -> clients.repeat("login", clients::logIn));
    threads.execute(() -> clients.repeat("query", clients::query));
    threads.execute(() -> clients.repeat("drip login", () -> clients.drip("/login", FORM)));
    threads.execute(
        () -> clients.repeat("drip", () -> clients.drip(Partner.MESSAGES, clients.asPartner())));
  }

  private void repeat(String name, Attack attack) {
    while (true) {
      String said;
      try {
        String answer = attack.once();
        said = answer.startsWith("HTTP/") ? answer.substring(9, 12) : "nothing";
        Matcher accepted = ACCEPTED.matcher(answer);
        while (accepted.find()) {
          System.out.println("accepted " + accepted.group(1));
        }
      } catch (IOException hungUp) {
        said = "hung up";
      }
      System.out.println(name + " " + said);
    }
  }

  private String asPartner() {
    return "Content-Type: application/json\r\nAuthorization: " + authorization;
  }

  /** What is refused is sent again as it is. */
  private final class LargeMessages implements Attack {

    private byte[] body = messages();

    @Override
    public String once() throws IOException {
      String answer = answer("POST", Partner.MESSAGES, asPartner(), body);
      if (answer.contains("accepted")) {
        body = messages();
      }
      return answer;
    }
  }

  private byte[] messages() {
    String text = "x".repeat(LENGTH);
    return IntStream.range(0, messages)
        .mapToObj(i -> SysId.next())
        .map(
            id ->
                """
                {"message_id":"%s","remote_system":"%s","process_event":"%s","operation":"create",
                "local_correlation_id":"%s","remote_correlation_id":"%s","payload":{"changed_fields":[
                {"key":"sys_id","value":"%s"},{"key":"number","value":"%s"},{"key":"description","value":"%s"}]}}"""
                    .formatted(id, remoteSystem, Partner.EVENT, SysId.next(), id, id, id, text))
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String logIn() throws IOException {
    byte[] body = ("username=" + "x".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);
    return answer("POST", "/login", FORM, body);
  }

  private String query() throws IOException {
    String path = "/console/list/incident?sysparm_query=" + "x".repeat(6_000);
    return answer("GET", path, "Accept: text/html", new byte[0]);
  }

  /** Many at once, each a byte and then silent: until the instance hangs up. */
  private String drip(String path, String headers) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        Socket socket = open("POST", path, headers, 1_000);
        sockets.add(socket);
        socket.getOutputStream().write('x');
      }
      String last = "";
      for (Socket socket : sockets) {
        last = read(socket);
      }
      return last;
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private String answer(String method, String path, String headers, byte[] body)
      throws IOException {
    try (Socket socket = open(method, path, headers, body.length)) {
      try {
        socket.getOutputStream().write(body);
      } catch (IOException hungUp) {
        // It may have answered before.
      }
      return read(socket);
    }
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Socket open(String method, String path, String headers, int length) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(20_000);
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n\r\n"
            .formatted(method, path, length, headers);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
