package dev.processsync.inbound;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of the endpoints for other instances in the form that all our errors have. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {MessagesController.class, ReceiptsController.class})
class MessagesAdvice {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(UnreadableMessages problem) {
    HttpStatus status = problem.tooLarge() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
    return ResponseEntity.status(status).body(body("Messages could not be read", problem));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(UnreadableQuestion problem) {
    return ResponseEntity.badRequest().body(body("Question could not be read", problem));
  }

  /** Messages are refused each for itself; this is who asks about some. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(RefusedMessage problem) {
    return ResponseEntity.status(HttpStatus.FORBIDDEN)
        .body(body("Not this remote system's messages", problem));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(TooManyRequests problem) {
    return ResponseEntity.status(problem.status())
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()))
        .body(body("Too many requests at a time", problem));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(HeldInstance problem) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(HeldInstance.RETRY_AFTER))
        .body(body("This instance is held", problem));
  }

  private static Map<String, Object> body(String message, RuntimeException problem) {
    return Map.of(
        "error",
        Map.of("message", message, "detail", String.valueOf(problem.getMessage())),
        "status",
        "failure");
  }
}
