package dev.processsync;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.AdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.CockpitRuntimeDelegate;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.TasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.WelcomeRuntimeDelegate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Camunda's web applications have one runtime in a JVM and forget it with the first instance that
 * stops; the others still need it. Each test begins with it.
 */
public final class WebApplications implements BeforeEachCallback {

  private static volatile @Nullable Runtime known;

  private record Runtime(
      CockpitRuntimeDelegate cockpit,
      AdminRuntimeDelegate admin,
      TasklistRuntimeDelegate tasklist,
      WelcomeRuntimeDelegate welcome) {

    void giveBack() {
      Cockpit.setCockpitRuntimeDelegate(cockpit);
      Admin.setAdminRuntimeDelegate(admin);
      Tasklist.setTasklistRuntimeDelegate(tasklist);
      Welcome.setRuntimeDelegate(welcome);
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    Runtime before = known;
    if (Cockpit.getRuntimeDelegate() != null) {
      known =
          new Runtime(
              Cockpit.getRuntimeDelegate(),
              Admin.getRuntimeDelegate(),
              Tasklist.getRuntimeDelegate(),
              Welcome.getRuntimeDelegate());
    } else if (before != null) {
      before.giveBack();
    }
  }
}
