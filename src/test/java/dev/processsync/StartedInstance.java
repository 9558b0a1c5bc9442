package dev.processsync;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole instance that a test starts and stops by itself, on a random port. */
public final class StartedInstance implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private StartedInstance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param settings as on the command line: {@code --spring.datasource.url=…}
   */
  public static StartedInstance with(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--process-sync.admin-password=" + InstanceTest.ADMIN_PASSWORD,
                "--process-sync.encryption-key=an encryption key for tests",
                "--process-sync.allow-http=true",
                "--spring.jmx.enabled=false"));
    all.addAll(List.of(settings));
    return new StartedInstance(
        new SpringApplicationBuilder(ProcessSyncApplication.class).run(all.toArray(new String[0])));
  }

  public ApiClient admin() {
    return ApiClient.admin(
        context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
