package dev.processsync.handshake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What other instances send, as they said when they were last validated and activated. */
public interface OfferedFields {

  /** What comes in through each inbound flow that runs a subflow. */
  List<Offered> to(String subflow);

  /**
   * The fields that a remote system sends with an event.
   *
   * @param remoteSystem its name
   * @param processEvent its name
   * @param fields names, in the order of the other side's capture definitions; empty if it has not
   *     said that it captures anything for the event
   */
  record Offered(String remoteSystem, String processEvent, Optional<Set<String>> fields) {}
}
