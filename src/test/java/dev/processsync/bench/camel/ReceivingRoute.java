package dev.processsync.bench.camel;

import dev.processsync.bench.Applied;
import dev.processsync.bench.plain.Captured;
import dev.processsync.bench.plain.Change;
import dev.processsync.bench.plain.Incidents;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** B: each message once, its id and what it changes in one transaction. */
final class ReceivingRoute extends RouteBuilder {

  private static final String MESSAGE_ID = "message_id";
  private static final String POLICY = "required";

  private final int port;
  private final DataSource source;
  private final PlatformTransactionManager transactions;
  private final Incidents incidents;
  private final Applied applied;

  ReceivingRoute(
      int port,
      DataSource source,
      PlatformTransactionManager transactions,
      Incidents incidents,
      Applied applied) {
    this.port = port;
    this.source = source;
    this.transactions = transactions;
    this.incidents = incidents;
    this.applied = applied;
  }

  @Override
  public void configure() {
    getContext().getRegistry().bind(POLICY, new SpringTransactionPolicy(transactions));
    JdbcMessageIdRepository inbox =
        new JdbcMessageIdRepository(source, new TransactionTemplate(transactions), "incidents");
    from("netty-http:http://localhost:" + port + "/messages")
        .transacted(POLICY)
        .process(ReceivingRoute::read)
        .idempotentConsumer(header(MESSAGE_ID), inbox)
        .process(this::apply)
        .end()
        .setBody(constant(""));
  }

  private static void read(Exchange exchange) {
    Change change = Change.fromJson(exchange.getMessage().getBody(String.class));
    exchange.getMessage().setHeader(MESSAGE_ID, change.messageId());
    exchange.getMessage().setBody(change);
  }

  private void apply(Exchange exchange) {
    Change change = exchange.getMessage().getBody(Change.class);
    Captured captured = Captured.read(change.payload());
    incidents.apply(change, captured);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            applied.add(captured.shortDescription());
          }
        });
  }
}
