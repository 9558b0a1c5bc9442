package dev.processsync.flow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.definition.RunAsChoice;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import dev.processsync.record.Origin;
import dev.processsync.record.RemoteEvent;
import dev.processsync.testing.slice.InMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may apply the events of a remote system, and what is said when nobody may. */
class RunAsTest {

  private static final RemoteEvent EVENT = new RemoteEvent(InMemory.REMOTE, Origin.HERE);

  private final TransactionTemplate transaction =
      new TransactionTemplate(
          new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:run-as")));
  private final InMemory memory = new InMemory();
  private final RunAs runAs = new RunAs(memory.definitions(), memory.users());

  @BeforeEach
  void world() {
    memory.forget();
  }

  @Test
  void theUserActsOnBehalfOfTheRemoteSystem() {
    assertThat(runAs.of(EVENT).userName()).isEqualTo("rps.run.as");
    assertThat(runAs.of(EVENT).event()).isEqualTo(EVENT);
  }

  @Test
  void aUserWithoutTheRoleIsNamed() {
    memory.runAs = Optional.of(InMemory.actor(Role.INCIDENT_MANAGER));

    assertThatThrownBy(() -> runAs.of(EVENT))
        .hasMessageContaining(
            "Remote system 'Customer Instance' runs inbound flows as rps.run.as, who lacks the role ih_process_sync_run_as.");
  }

  @Test
  void aUserWhoIsUnknownOrInactiveIsNamed() {
    memory.runAs = Optional.empty();

    assertThatThrownBy(() -> runAs.of(EVENT)).hasMessageContaining("who is unknown or inactive");
  }

  @Test
  void aRemoteSystemThatNamesNobodyIsNamed() {
    memory.remote = Optional.of(InMemory.remoteSystem(""));

    assertThatThrownBy(() -> runAs.of(EVENT))
        .hasMessageContaining("names nobody to run inbound flows as");
  }

  @Test
  void anAdministratorIsNobodyToActAsWithoutTheRole() {
    memory.runAs = Optional.of(InMemory.actor(Role.ADMIN));

    assertThatThrownBy(() -> runAs.of(EVENT))
        .hasMessageContaining("who lacks the role ih_process_sync_run_as");
  }

  @Test
  void rightsThatTheUserGotLaterAndTheChooserLacksAreNotUsed() {
    memory.remote =
        Optional.of(InMemory.remoteSystem(InMemory.RUN_AS, new RunAsChoice("nobody", false, true)));

    assertThatThrownBy(() -> runAs.of(EVENT))
        .hasMessageContaining("whom user 'nobody' chose, who is unknown or inactive");

    memory.chooser = Optional.of(InMemory.chooser(Role.PROCESS_SYNC, Role.INTERNAL));

    assertThatThrownBy(() -> runAs.of(EVENT)).hasMessageContaining("lacks (incident_manager)");

    memory.chooser = Optional.of(InMemory.chooser(Role.INTERNAL, Role.INCIDENT_MANAGER));

    assertThat(runAs.of(EVENT).userName()).isEqualTo("rps.run.as");
  }

  @Test
  void whoeverWatchesMustHaveEachRightToo() {
    Actor watching = InMemory.chooser(Role.PROCESS_SYNC, Role.INTERNAL);
    List<Actor> seen = new ArrayList<>();

    transaction.executeWithoutResult(
        status -> Watched.by(watching, () -> seen.add(runAs.of(EVENT))));

    assertThat(seen.get(0).hasAnyOf(Set.of(Role.INCIDENT_MANAGER))).isFalse();
    assertThat(runAs.of(EVENT).hasAnyOf(Set.of(Role.INCIDENT_MANAGER))).isTrue();
  }
}
