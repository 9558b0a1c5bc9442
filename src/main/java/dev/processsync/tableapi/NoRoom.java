package dev.processsync.tableapi;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** As many large lists are answered as there is memory for. */
final class NoRoom extends ErrorResponseException {

  private static final long serialVersionUID = 1;

  NoRoom() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Other large lists are being answered, of this user or of others: ask again in a moment, or for at most 1000 records at a time (sysparm_limit)."),
        null);
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return headers;
  }
}
