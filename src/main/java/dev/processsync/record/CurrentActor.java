package dev.processsync.record;

import dev.processsync.problem.AccessDenied;

/** Who makes the current request. Kept by the module that knows about logins. */
@FunctionalInterface
public interface CurrentActor {

  /**
   * @throws AccessDenied if nobody is logged in
   */
  Actor get();
}
