package dev.processsync.bench.ours;

import dev.processsync.ProcessSyncApplication;
import dev.processsync.bench.IncidentWrites;
import dev.processsync.bench.Side;
import dev.processsync.bench.SideStart;
import dev.processsync.record.Records;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** An instance as it is delivered, with one listener more on B. */
public final class OursSide implements Side {

  /** Password of user {@code admin} on both sides. */
  public static final String ADMIN_PASSWORD = "bench-admin-password";

  private final boolean sender;
  private final ConfigurableApplicationContext instance;

  private OursSide(boolean sender, ConfigurableApplicationContext instance) {
    this.sender = sender;
    this.instance = instance;
  }

  public static OursSide open(SideStart start) {
    String name = start.sender() ? "customer" : "vendor";
    SpringApplicationBuilder builder = new SpringApplicationBuilder(ProcessSyncApplication.class);
    if (!start.sender()) {
      builder.initializers(
          context ->
              ((GenericApplicationContext) context)
                  .registerBean(AppliedIncidents.class, start.applied()));
    }
    return new OursSide(
        start.sender(),
        builder.run(
            "--server.port=0",
            "--process-sync.instance.name=" + name,
            "--process-sync.allow-http=true",
            "--process-sync.admin-password=" + ADMIN_PASSWORD,
            "--process-sync.encryption-key=an encryption key for the benchmark",
            "--spring.datasource.url=" + start.database().url(),
            "--spring.datasource.username=" + start.database().user(),
            "--spring.datasource.password=" + start.database().password(),
            "--spring.datasource.hikari.maximum-pool-size=" + SideStart.CONNECTIONS,
            "--spring.main.banner-mode=off"));
  }

  @Override
  public int port() {
    return Integer.parseInt(
        Objects.requireNonNull(instance.getEnvironment().getProperty("local.server.port")));
  }

  @Override
  public IncidentWrites writes() {
    return new OursWrites(instance.getBean(Records.class));
  }

  @Override
  public DataSource dataSource() {
    return instance.getBean(DataSource.class);
  }

  @Override
  public String recordsSql() {
    return sender
        ? "select short_description, severity, state from process_sync.incident"
        : "select short_description, urgency, state from process_sync.incident";
  }

  @Override
  public String unfinishedSql() {
    return "select count(*) from process_sync."
        + (sender ? "ih_sync_outbound_queue" : "ih_sync_inbound_queue")
        + " where status <> 'processed'";
  }

  @Override
  public void close() {
    instance.close();
  }
}
