package dev.processsync.console.page;

import dev.processsync.database.DatabaseLimits;
import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.problem.NoSuchTable;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.StaleRecord;
import dev.processsync.problem.TableProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a page refuses, as a page that says why; scripts get JSON from the Table API's advice. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

  private final DatabaseLimits limits;

  PageProblems(DatabaseLimits limits) {
    this.limits = limits;
  }

  @ExceptionHandler
  ModelAndView refused(TableProblem problem) {
    if (problem instanceof AccessDenied) {
      return page(HttpStatus.FORBIDDEN, "You may not see this", problem);
    } else if (problem instanceof NoSuchRecord || problem instanceof NoSuchTable) {
      return page(HttpStatus.NOT_FOUND, "There is no such page", problem);
    } else if (problem instanceof RecordConflict || problem instanceof StaleRecord) {
      return page(HttpStatus.CONFLICT, "Somebody was faster", problem);
    }
    return page(HttpStatus.BAD_REQUEST, "This can't be shown", problem);
  }

  @ExceptionHandler
  ModelAndView tooMuch(Exception failure, HttpServletResponse response) throws Exception {
    DatabaseLimits.Refusal refusal = limits.refusal(failure).orElseThrow(() -> failure);
    if (refusal.comeBack().isZero()) {
      return page(HttpStatus.BAD_REQUEST, refusal.message(), refusal.detail());
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.comeBack().toSeconds()));
    return page(HttpStatus.SERVICE_UNAVAILABLE, refusal.message(), refusal.detail());
  }

  private static ModelAndView page(HttpStatus status, String message, TableProblem problem) {
    return page(status, message, String.valueOf(problem.getMessage()));
  }

  private static ModelAndView page(HttpStatus status, String message, String detail) {
    return new ModelAndView(
        "error", Map.of("error", Map.of("message", message, "detail", detail)), status);
  }
}
