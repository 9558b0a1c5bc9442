package dev.processsync.console.page;

import dev.processsync.table.AccessDenied;
import dev.processsync.table.NoSuchRecord;
import dev.processsync.table.NoSuchTable;
import dev.processsync.table.RecordConflict;
import dev.processsync.table.StaleRecord;
import dev.processsync.table.TableProblem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a page refuses, as a page that says why; scripts get JSON from the Table API's advice. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

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

  private static ModelAndView page(HttpStatus status, String message, TableProblem problem) {
    String detail = String.valueOf(problem.getMessage());
    return new ModelAndView(
        "error", Map.of("error", Map.of("message", message, "detail", detail)), status);
  }
}
