package dev.processsync.copy;

import dev.processsync.database.CopyGuard;
import dev.processsync.database.InstanceIdentity;
import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.record.Actor;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes an administrator's word for what this database is. */
@Service
public class CopyDecisions {

  private static final Logger log = LoggerFactory.getLogger(CopyDecisions.class);

  private static final String TABLE = "this_instance";

  private final CopyGuard guard;
  private final InstanceIdentity identity;
  private final RemoteSystemsOfTheOriginal remoteSystems;
  private final LeftByTheOriginal left;

  CopyDecisions(
      CopyGuard guard,
      InstanceIdentity identity,
      RemoteSystemsOfTheOriginal remoteSystems,
      LeftByTheOriginal left) {
    this.guard = guard;
    this.identity = identity;
    this.remoteSystems = remoteSystems;
    this.left = left;
  }

  /** Why this instance is held, in words; empty if it isn't. */
  public Optional<String> objection() {
    return guard.objection();
  }

  /**
   * Follows the answer. A copy may be called one also if it was not noticed. If it fails halfway,
   * the instance stays held, and the answer can be given again. Must not be called inside a
   * transaction.
   *
   * @param answer a value of {@link CopyAnswer}
   * @throws AccessDenied unless the actor is an administrator
   * @throws InvalidRecord if the answer is none
   * @throws RecordConflict if nobody asked
   */
  public void answer(Actor actor, String answer) {
    if (!actor.isAdmin()) {
      throw new AccessDenied(
          "User '%s' may not say what this database is: it takes the role admin."
              .formatted(actor.userName()));
    }
    CopyAnswer given =
        CopyAnswer.of(answer)
            .orElseThrow(
                () ->
                    new InvalidRecord(
                        TABLE,
                        "answer",
                        "answer must be 'moved' or 'copy', not '" + answer + "'."));
    if (given == CopyAnswer.COPY) {
      forget(actor);
    } else {
      goOn(actor);
    }
  }

  private void goOn(Actor actor) {
    if (guard.objection().isEmpty()) {
      throw new RecordConflict(
          "This database stands where its instance left it: there is nothing to be moved.");
    }
    remoteSystems.release();
    identity.isTheInstance();
    log.warn("{} says that this database is the original, moved: it goes on", actor.userName());
  }

  private void forget(Actor actor) {
    remoteSystems.forget(actor.userName());
    left.drop();
    String original = identity.becomesAnInstanceOfItsOwn();
    log.warn(
        "{} says that this database is a copy of instance {}: its partners are forgotten",
        actor.userName(),
        original);
  }
}
