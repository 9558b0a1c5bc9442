package dev.processsync.console.home;

import dev.processsync.console.page.ListAddress;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The tutorial's way to a first process sync, as far as this instance has not gone it yet: told
 * from its records, and not shown any more when something can be sent or received.
 */
@Component
class SetupSteps {

  private static final String DEFINITION = "ih_sync_definition";
  private static final String REMOTE_SYSTEM = "ih_sync_remote_system";

  private final Records records;
  private final Dictionary dictionary;
  private final SyncDefinitions definitions;

  SetupSteps(Records records, Dictionary dictionary, SyncDefinitions definitions) {
    this.records = records;
    this.dictionary = dictionary;
    this.definitions = definitions;
  }

  /**
   * @param tutorial the tutorial's steps
   * @param href where it is done
   * @param isNext whether it is the first that is not done
   */
  record Step(
      String title, String hint, String tutorial, String href, boolean isDone, boolean isNext) {}

  /** Where a step is done when these records exist. */
  private record Wanted(
      String title, String hint, String tutorial, String table, String query, String href) {}

  private static final List<Wanted> WAY =
      List.of(
          new Wanted(
              "Create the users of the integration",
              "One that the other instance logs in as (roles ih_process_sync_api and snc_external), one that inbound flows run as.",
              "1 to 18",
              "sys_user_has_role",
              "role.name=ih_process_sync_api",
              ListAddress.of("sys_user", "")),
          new Wanted(
              "Create the credentials for the other instance",
              "User name and password of the other instance’s API user.",
              "19",
              "basic_auth_credentials",
              "",
              RecordAddress.ofNew("basic_auth_credentials", Map.of(), "")),
          new Wanted(
              "Create a connection and credential alias",
              "With a connection to the URL of the other instance.",
              "20",
              "http_connection",
              "",
              ListAddress.of("sys_alias", "")),
          new Wanted(
              "Create a Process Sync Definition",
              "It holds everything that belongs to one integration.",
              "23",
              DEFINITION,
              "",
              RecordAddress.ofNew(DEFINITION, Map.of(), "")),
          new Wanted(
              "Add a process event",
              "In the definition’s related list; it has the same name on both instances.",
              "24 and 25",
              "ih_sync_process_event",
              "",
              ListAddress.of(DEFINITION, "")),
          new Wanted(
              "Add the remote system",
              "In the definition’s related list: who the other instance is.",
              "26",
              REMOTE_SYSTEM,
              "",
              ListAddress.of(DEFINITION, "")),
          new Wanted(
              "Validate and activate the remote system",
              "The related link on its page; both instances check each other.",
              "27",
              REMOTE_SYSTEM,
              "outbound_state=active",
              ListAddress.of(REMOTE_SYSTEM, "")));

  /** Empty if all is done, and for those who may not do it. */
  List<Step> of(Actor actor) {
    boolean mayDo = actor.hasAnyOf(dictionary.require(DEFINITION).access().create());
    if (!mayDo || isSetUp()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    boolean allDone = true;
    for (Wanted wanted : WAY) {
      if (actor.hasAnyOf(dictionary.require(wanted.table()).access().read())) {
        boolean isDone = exists(actor, wanted);
        steps.add(
            new Step(
                wanted.title(),
                wanted.hint(),
                wanted.tutorial(),
                wanted.href(),
                isDone,
                allDone && !isDone));
        allDone &= isDone;
      }
    }
    steps.add(
        new Step(
            "Say what is sent and what is done with what arrives",
            "To send: an active capture definition and an outbound flow. To receive: an inbound flow.",
            "28 to 48",
            ListAddress.of(DEFINITION, ""),
            false,
            allDone));
    return steps;
  }

  private boolean exists(Actor actor, Wanted wanted) {
    Query query = Query.parse(wanted.query());
    return !records.list(actor, wanted.table(), query, 0, 1, Set.of("sys_id")).isEmpty();
  }

  /** From memory, so that it costs nothing for as long as it is so. */
  private boolean isSetUp() {
    return definitions.remoteSystems().stream()
        .filter(system -> system.outboundState() != RemoteSystem.State.DISABLED)
        .anyMatch(this::hasFlow);
  }

  private boolean hasFlow(RemoteSystem system) {
    return definitions.eventNames(system.sysId()).stream()
        .anyMatch(
            event ->
                definitions.inboundFlow(system.sysId(), event).isPresent()
                    || definitions
                        .processEvent(system.sysId(), event)
                        .flatMap(id -> definitions.outboundFlow(id, system.sysId()))
                        .isPresent());
  }
}
