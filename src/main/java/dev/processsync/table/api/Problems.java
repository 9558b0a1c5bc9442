package dev.processsync.table.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.processsync.table.AccessDenied;
import dev.processsync.table.InvalidQuery;
import dev.processsync.table.InvalidRecord;
import dev.processsync.table.NoSuchField;
import dev.processsync.table.NoSuchRecord;
import dev.processsync.table.NoSuchTable;
import dev.processsync.table.RecordConflict;
import dev.processsync.table.StaleRecord;
import dev.processsync.table.TableProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** What a REST controller of any module refuses, as an answer: a status and {@link ErrorAnswer}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after those of a module, which know more
class Problems {

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> refused(TableProblem problem) {
    String reason = Objects.requireNonNullElse(problem.getMessage(), "");
    if (problem instanceof NoSuchTable) {
      return answer(HttpStatus.BAD_REQUEST, "Invalid table", reason);
    } else if (problem instanceof NoSuchRecord) {
      return answer(
          HttpStatus.NOT_FOUND,
          "No Record found",
          "Record doesn't exist or ACL restricts the record retrieval");
    } else if (problem instanceof AccessDenied) {
      return answer(HttpStatus.FORBIDDEN, "User Not Authorized", reason);
    } else if (problem instanceof InvalidQuery) {
      return answer(HttpStatus.BAD_REQUEST, "Invalid query", reason);
    } else if (problem instanceof InvalidRecord invalid) {
      return answer(HttpStatus.BAD_REQUEST, invalid.field(), "Invalid record", reason);
    } else if (problem instanceof NoSuchField unknown) {
      return answer(HttpStatus.BAD_REQUEST, unknown.field(), "Invalid record", reason);
    } else if (problem instanceof RecordConflict conflict) {
      return answer(HttpStatus.CONFLICT, conflict.field(), "Record conflict", reason);
    } else if (problem instanceof StaleRecord) {
      return answer(HttpStatus.PRECONDITION_FAILED, "Record was changed", reason);
    }
    throw new IllegalStateException("a problem without an answer", problem);
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
            ? "The body can't be read: " + json.getOriginalMessage()
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
  ResponseEntity<ErrorAnswer> busy(ConcurrencyFailureException busy) {
    return answer(
        HttpStatus.CONFLICT,
        "Record conflict",
        "Somebody else is changing the same records right now: try again.");
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ErrorAnswer> unforeseen(Exception failure, HttpServletRequest request)
      throws Exception {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      throw failure; // security's own filters answer these
    }
    if (failure instanceof ErrorResponse web) {
      String reason = Objects.requireNonNullElse(web.getBody().getDetail(), "");
      return ResponseEntity.status(web.getStatusCode())
          .headers(web.getHeaders())
          .contentType(MediaType.APPLICATION_JSON)
          .body(ErrorAnswer.of(title(web.getStatusCode()), reason));
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null; // nobody is left who could read an answer
    }
    String reference = Failures.log(request.getMethod(), request.getRequestURI(), failure);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", Failures.toCaller(reference));
  }

  static String title(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "Error " + status.value() : known.getReasonPhrase();
  }

  /** Always JSON, whatever the caller said to accept: better than no reason at all. */
  private static ResponseEntity<ErrorAnswer> answer(
      HttpStatus status, String message, String detail) {
    return answer(status, "", message, detail);
  }

  private static ResponseEntity<ErrorAnswer> answer(
      HttpStatus status, String field, String message, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(ErrorAnswer.at(field, message, detail));
  }
}
