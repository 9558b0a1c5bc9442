package dev.processsync.tableapi;

import dev.processsync.web.AnswerForm;
import dev.processsync.web.EngineType;
import dev.processsync.web.ErrorAnswer;
import dev.processsync.web.Failures;
import dev.processsync.web.Refusals;
import dev.processsync.web.StatusWords;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What fails outside of a controller (no such path, wrong method) has the same error JSON, whatever
 * the caller said to accept; where people look, a page.
 */
@Controller
class ErrorPage implements ErrorController {

  private final ErrorAttributes failures;

  ErrorPage(ErrorAttributes failures) {
    this.failures = failures;
  }

  @RequestMapping("${server.error.path:/error}")
  Object answer(HttpServletRequest request) {
    int status =
        Objects.requireNonNullElse(
            (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 500);
    String path =
        Objects.requireNonNullElse(
            (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
    ErrorAnswer answer = ErrorAnswer.of(StatusWords.title(status), detail(request, status, path));
    AnswerForm form = AnswerForm.ofPath(path.substring(request.getContextPath().length()));
    if (form == AnswerForm.PAGE && likesPages(request)) {
      return new ModelAndView("error", answer.asMap(), HttpStatus.valueOf(status));
    }
    Map<String, Object> body =
        form == AnswerForm.ENGINE ? answer.asMapOfEngine(EngineType.of(status)) : answer.asMap();
    return ResponseEntity.status(HttpStatusCode.valueOf(status))
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }

  private String detail(HttpServletRequest request, int status, String path) {
    String reason = Refusals.reason(request);
    Throwable failure = failures.getError(new ServletWebRequest(request));
    if (reason != null) {
      return reason;
    } else if (failure instanceof NoResourceFoundException) {
      return "There is nothing at the address " + path + ".";
    } else if (failure instanceof ErrorResponse web) {
      return Objects.requireNonNullElse(web.getBody().getDetail(), StatusWords.detail(status));
    } else if (status >= 500 && failure != null) {
      return Failures.toCaller(Failures.log("request", path, failure));
    }
    return StatusWords.detail(status);
  }

  private static boolean likesPages(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
