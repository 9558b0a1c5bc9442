package dev.processsync.designer.catalogue;

import dev.processsync.designer.model.SubflowProblem;
import dev.processsync.designer.model.SubflowProblem.NoSuchSubflow;
import dev.processsync.designer.model.SubflowProblem.NoSuchVersion;
import dev.processsync.designer.model.SubflowProblem.OversizedModel;
import dev.processsync.designer.model.SubflowProblem.StaleDraft;
import dev.processsync.designer.model.SubflowProblem.SubflowConflict;
import dev.processsync.designer.model.SubflowProblem.UnpublishableSubflow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the catalogue refuses, as an answer, whichever controller asked it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice({"dev.processsync.designer", "dev.processsync.cockpit"})
class SubflowAnswers {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(SubflowProblem problem) {
    if (problem instanceof NoSuchSubflow) {
      return answer(HttpStatus.NOT_FOUND, "No such subflow", problem);
    } else if (problem instanceof NoSuchVersion) {
      return answer(HttpStatus.NOT_FOUND, "No such version", problem);
    } else if (problem instanceof OversizedModel) {
      return answer(HttpStatus.PAYLOAD_TOO_LARGE, "Invalid subflow", problem);
    } else if (problem instanceof StaleDraft) {
      return answer(HttpStatus.PRECONDITION_FAILED, "Draft was changed", problem);
    } else if (problem instanceof SubflowConflict) {
      return answer(HttpStatus.CONFLICT, "Subflow conflict", problem);
    }
    return answer(HttpStatus.BAD_REQUEST, "Invalid subflow", problem);
  }

  private static ResponseEntity<Map<String, Object>> answer(
      HttpStatus status, String message, SubflowProblem problem) {
    String detail = Objects.requireNonNullElse(problem.getMessage(), "");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", Map.of("message", message, "detail", detail));
    body.put("status", "failure");
    if (problem instanceof UnpublishableSubflow errors) {
      body.put("problems", errors.problems());
    }
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
