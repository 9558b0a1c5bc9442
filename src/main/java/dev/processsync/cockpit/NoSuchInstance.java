package dev.processsync.cockpit;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Nothing is known of a process instance, at least not to this user. */
final class NoSuchInstance extends RestException {

  private static final long serialVersionUID = 1;

  NoSuchInstance(String processInstance) {
    super(
        Response.Status.NOT_FOUND,
        "No process instance with the id '%s' is running.".formatted(processInstance));
  }
}
