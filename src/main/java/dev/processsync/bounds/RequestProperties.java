package dev.processsync.bounds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What requests may take of this node.
 *
 * @param perUser requests of one user that are answered at the same time
 * @param bodiesPerCaller bodies that one caller sends at the same time: a user, or an address
 *     before it has logged in
 * @param bodyTime how long the body of somebody who is logged in may take from its first byte to
 *     its last
 * @param loginBodyTime likewise of somebody who is not
 */
@ConfigurationProperties("process-sync.requests")
record RequestProperties(
    @DefaultValue("64") int perUser,
    @DefaultValue("16") int bodiesPerCaller,
    @DefaultValue("30s") Duration bodyTime,
    @DefaultValue("10s") Duration loginBodyTime) {

  RequestProperties {
    if (perUser < 1 || bodiesPerCaller < 1) {
      throw new IllegalArgumentException(
          "process-sync.requests.per-user and .bodies-per-caller must be at least 1");
    }
    if (bodyTime.toMillis() < 1 || loginBodyTime.toMillis() < 1) {
      throw new IllegalArgumentException(
          "process-sync.requests.body-time and .login-body-time must be longer than nothing");
    }
  }
}
