package dev.processsync.bench.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Where B takes messages in: 200 when the receiver has committed, 500 when it could not. */
public final class Door implements AutoCloseable {

  private static final int THREADS = 16;

  private final HttpServer server;

  private Door(HttpServer server) {
    this.server = server;
  }

  public static Door open(Consumer<String> receiver) throws IOException {
    // Without it every answer waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/messages", exchange -> receive(exchange, receiver));
    server.start();
    return new Door(server);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private static void receive(HttpExchange exchange, Consumer<String> receiver) throws IOException {
    int status = 200;
    try {
      receiver.accept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      e.printStackTrace();
      status = 500;
    }
    exchange.sendResponseHeaders(status, -1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
