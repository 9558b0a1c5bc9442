package dev.processsync.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A parameter that would vanish or mean something else if the request went on. */
public final class BadParameter extends ResponseStatusException {

  private static final long serialVersionUID = 1;

  private BadParameter(HttpStatus status, String reason) {
    super(status, reason);
  }

  static BadParameter because(String reason) {
    return new BadParameter(HttpStatus.BAD_REQUEST, reason);
  }

  static BadParameter tooLarge(String reason) {
    return new BadParameter(HttpStatus.PAYLOAD_TOO_LARGE, reason);
  }

  /** What is wrong, and how it is written right. */
  public String reason() {
    return String.valueOf(getReason());
  }
}
