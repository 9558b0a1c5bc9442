package dev.processsync.tableapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.processsync.database.DatabaseLimits;
import dev.processsync.problem.TableProblem;
import dev.processsync.record.Refusal;
import dev.processsync.support.UnstorableData;
import dev.processsync.web.BadParameter;
import dev.processsync.web.ErrorAnswer;
import dev.processsync.web.Failures;
import dev.processsync.web.JsonWords;
import dev.processsync.web.StatusWords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** What a REST controller of any module refuses, as an answer: a status and {@link ErrorAnswer}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after those of a module, which know more
class Problems {

  private final DatabaseLimits limits;

  Problems(DatabaseLimits limits) {
    this.limits = limits;
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> refused(TableProblem problem) {
    Refusal refusal = Refusal.of(problem);
    return ResponseEntity.status(refusal.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(refusal.answer());
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> unreadable(InvalidBody body) {
    HttpStatus status = body.isTooLarge() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
    return answer(status, "Invalid body", Objects.requireNonNullElse(body.getMessage(), ""));
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> unreadable(HttpMessageNotReadableException unreadable) {
    String reason =
        unreadable.getCause() instanceof JsonProcessingException json
            ? "The body can't be read: " + JsonWords.of(json) + "."
            : "The body is missing or can't be read.";
    return answer(HttpStatus.BAD_REQUEST, "Invalid body", reason);
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> unsuited(TypeMismatchException unsuited) {
    Class<?> type = unsuited.getRequiredType();
    return answer(
        HttpStatus.BAD_REQUEST,
        "Invalid parameter",
        "The parameter %s can't have this value: it must be %s."
            .formatted(
                unsuited.getPropertyName(),
                type == null ? "another" : "a " + type.getSimpleName()));
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> lost(BadParameter bad) {
    HttpStatus status = HttpStatus.valueOf(bad.getStatusCode().value());
    return answer(status, "Invalid parameter", bad.reason());
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> busy(ConcurrencyFailureException busy) {
    return answer(
        HttpStatus.CONFLICT,
        "Record conflict",
        "Somebody else is changing the same records right now: try again.");
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ErrorAnswer> unforeseen(Exception failure, HttpServletRequest request)
      throws Exception {
    if (failure instanceof AccessDeniedException
        || failure instanceof AuthenticationException
        || failure instanceof RequestRejectedException) {
      throw failure; // security's own filters answer these
    }
    Optional<DatabaseLimits.Refusal> overLimit = limits.refusal(failure);
    if (overLimit.isPresent()) {
      return answer(overLimit.get());
    }
    Optional<String> unstorable = UnstorableData.inWords(failure);
    if (unstorable.isPresent()) {
      return answer(HttpStatus.BAD_REQUEST, "Invalid record", unstorable.get() + ".");
    }
    if (failure instanceof ErrorResponse web) {
      String reason = Objects.requireNonNullElse(web.getBody().getDetail(), "");
      return ResponseEntity.status(web.getStatusCode())
          .headers(web.getHeaders())
          .contentType(MediaType.APPLICATION_JSON)
          .body(ErrorAnswer.of(StatusWords.title(web.getStatusCode().value()), reason));
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null; // nobody is left who could read an answer
    }
    String reference = Failures.log(request.getMethod(), request.getRequestURI(), failure);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", Failures.toCaller(reference));
  }

  static ResponseEntity<ErrorAnswer> answer(DatabaseLimits.Refusal refusal) {
    boolean mayComeBack = !refusal.comeBack().isZero();
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    if (mayComeBack) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(refusal.comeBack().toSeconds()));
    }
    return ResponseEntity.status(
            mayComeBack ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST)
        .headers(headers)
        .body(ErrorAnswer.of(refusal.message(), refusal.detail()));
  }

  /** Always JSON, whatever the caller said to accept: better than no reason at all. */
  private static ResponseEntity<ErrorAnswer> answer(
      HttpStatus status, String message, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(ErrorAnswer.of(message, detail));
  }
}
