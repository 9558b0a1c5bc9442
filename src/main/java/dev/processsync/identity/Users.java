package dev.processsync.identity;

import dev.processsync.record.Actor;
import java.util.Optional;

/** The users of this instance, as those on whose behalf something is done. */
public interface Users {

  /** The user with this record, with the roles that count now; empty if unknown or inactive. */
  Optional<Actor> bySysId(String sysId);

  /** The user with this login; empty if unknown or inactive. */
  Optional<Actor> byUserName(String userName);
}
