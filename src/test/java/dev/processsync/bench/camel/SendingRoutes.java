package dev.processsync.bench.camel;

import dev.processsync.bench.plain.Change;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * A's outbox, lane by lane: woken by a commit and looked at every second besides. Each message is a
 * request of its own; what has arrived leaves the outbox up to fifty rows at a time. If A dies in
 * between, they are sent again, and B's idempotent repository knows them.
 */
final class SendingRoutes extends RouteBuilder {

  /** Requests under way at the same time; those of one record stay in order. */
  static final int LANES = 8;

  private static final String MORE = "more";
  private static final String ROWS = "rows";

  private final String peer;

  SendingRoutes(String peer) {
    this.peer = peer;
  }

  /** Where a lane is woken; one call that waits is enough. */
  static String lane(int lane) {
    return "seda:lane-%d?size=1&discardWhenFull=true".formatted(lane);
  }

  @Override
  public void configure() {
    String target =
        peer.replace("http://", "netty-http:http://") + "/messages?keepAlive=true&synchronous=true";
    for (int lane = 0; lane < LANES; lane++) {
      from("timer:look-%d?period=1000".formatted(lane)).to(lane(lane));
      from(lane(lane))
          .setProperty(MORE, constant(true))
          .loopDoWhile(exchangeProperty(MORE))
          .to(
              "sql:select id, message_id, record_id, version, payload from outbox where lane = %d order by id limit 50?dataSource=#dataSource"
                  .formatted(lane))
          .process(SendingRoutes::keepRows)
          .split(exchangeProperty(ROWS))
          .stopOnException()
          .process(SendingRoutes::message)
          .to(target)
          .end()
          .filter(exchangeProperty(MORE))
          .to("sql:delete from outbox where id in (:#in:ids)?dataSource=#dataSource")
          .end()
          .end();
    }
  }

  private static void keepRows(Exchange exchange) {
    List<?> rows = exchange.getMessage().getBody(List.class);
    exchange.setProperty(MORE, !rows.isEmpty());
    exchange.setProperty(ROWS, rows);
    exchange
        .getMessage()
        .setHeader("ids", rows.stream().map(row -> ((Map<?, ?>) row).get("id")).toList());
  }

  private static void message(Exchange exchange) {
    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
    Change change =
        new Change(
            String.valueOf(row.get("message_id")),
            String.valueOf(row.get("record_id")),
            Integer.parseInt(String.valueOf(row.get("version"))),
            String.valueOf(row.get("payload")));
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    exchange.getMessage().setBody(change.toJson());
  }
}
