package dev.processsync.inbound;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of the message endpoint in the form that all our errors have. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = MessagesController.class)
class MessagesAdvice {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(UnreadableMessages problem) {
    HttpStatus status = problem.tooLarge() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
    return ResponseEntity.status(status)
        .body(
            Map.of(
                "error",
                Map.of(
                    "message",
                    "Messages could not be read",
                    "detail",
                    String.valueOf(problem.getMessage())),
                "status",
                "failure"));
  }
}
