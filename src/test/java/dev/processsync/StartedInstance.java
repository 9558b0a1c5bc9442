package dev.processsync;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.AdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.CockpitRuntimeDelegate;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.TasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.WelcomeRuntimeDelegate;
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

  /**
   * Camunda's web applications have one runtime in a JVM and forget it with the first instance that
   * stops; the others still need it.
   */
  @Override
  public void close() {
    CockpitRuntimeDelegate cockpit = Cockpit.getRuntimeDelegate();
    AdminRuntimeDelegate admin = Admin.getRuntimeDelegate();
    TasklistRuntimeDelegate tasklist = Tasklist.getRuntimeDelegate();
    WelcomeRuntimeDelegate welcome = Welcome.getRuntimeDelegate();
    context.close();
    Cockpit.setCockpitRuntimeDelegate(cockpit);
    Admin.setAdminRuntimeDelegate(admin);
    Tasklist.setTasklistRuntimeDelegate(tasklist);
    Welcome.setRuntimeDelegate(welcome);
  }
}
