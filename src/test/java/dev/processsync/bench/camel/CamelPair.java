package dev.processsync.bench.camel;

import dev.processsync.bench.Side;
import dev.processsync.bench.SideStart;
import dev.processsync.bench.plain.Incidents;
import dev.processsync.bench.plain.Outbox;
import dev.processsync.bench.plain.PlainSide;
import dev.processsync.bench.plain.PlainWrites;
import dev.processsync.bench.plain.Tables;
import java.io.IOException;
import java.net.ServerSocket;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Starts the routes of either side. */
public final class CamelPair {

  private CamelPair() {}

  public static Side open(SideStart start) throws Exception {
    DataSource source = start.pool();
    Tables.create(source);
    return start.sender() ? sender(start, source) : receiver(start, source);
  }

  private static Side sender(SideStart start, DataSource source) throws Exception {
    JdbcTemplate sql = new JdbcTemplate(source);
    Outbox outbox = new Outbox(sql, SendingRoutes.LANES);
    CamelContext camel = started(source, new SendingRoutes(start.peer()));
    ProducerTemplate wake = camel.createProducerTemplate();
    PlainWrites writes =
        new PlainWrites(
            sql,
            new DataSourceTransactionManager(source),
            outbox::add,
            change -> wake.sendBody(SendingRoutes.lane(outbox.laneOf(change)), ""));
    return PlainSide.sender(writes, source, camel);
  }

  private static Side receiver(SideStart start, DataSource source) throws Exception {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    Incidents incidents = new Incidents(new JdbcTemplate(source));
    int port = freePort();
    CamelContext camel =
        started(source, new ReceivingRoute(port, source, transactions, incidents, start.applied()));
    return PlainSide.receiver(port, source, camel);
  }

  private static CamelContext started(DataSource source, RoutesBuilder routes) throws Exception {
    CamelContext camel = new DefaultCamelContext();
    camel.getRegistry().bind("dataSource", source);
    camel.addRoutes(routes);
    camel.start();
    return camel;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
