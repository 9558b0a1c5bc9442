package dev.processsync.table.api;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What fails outside of a controller (no such path, wrong method) has the same error JSON. */
@Component
class ErrorPage extends DefaultErrorAttributes {

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    int status =
        Objects.requireNonNullElse(
            (Integer)
                request.getAttribute(
                    "jakarta.servlet.error.status_code", RequestAttributes.SCOPE_REQUEST),
            500);
    String path =
        Objects.requireNonNullElse(
            (String)
                request.getAttribute(
                    "jakarta.servlet.error.request_uri", RequestAttributes.SCOPE_REQUEST),
            "");
    Throwable failure = getError(request);
    String detail = path;
    if (failure instanceof NoResourceFoundException) {
      detail = "There is nothing at the address " + path + ".";
    } else if (failure instanceof ErrorResponse web) {
      detail = Objects.requireNonNullElse(web.getBody().getDetail(), path);
    } else if (status >= 500 && failure != null) {
      detail = Failures.toCaller(Failures.log("request", path, failure));
    }
    return ErrorAnswer.of(Problems.title(HttpStatusCode.valueOf(status)), detail).asMap();
  }
}
