package dev.processsync.tableapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.bounds.HangUps;
import dev.processsync.database.DatabaseLimits;
import dev.processsync.database.Work;
import dev.processsync.web.ErrorAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Says of each request what kind of work it is, so that it uses the database connections of that
 * kind. Whoever finds none free, whatever part of the program asked for it, is told to come back;
 * whoever hangs up while a statement runs only to look has it stopped.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestShare extends OncePerRequestFilter {

  /** What other instances ask, who watches this one, and what cleans up. */
  private static final List<PathPattern> OWN =
      Stream.of(
              "/api/process-sync/v1/messages",
              "/api/process-sync/v1/receipts",
              "/api/process-sync/v1/remote-systems/*/handshake",
              "/api/process-sync/v1/purge",
              "/actuator/**")
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private final HangUps hangUps;
  private final DatabaseLimits limits;
  private final ObjectMapper json;

  RequestShare(HangUps hangUps, DatabaseLimits limits, ObjectMapper json) {
    this.hangUps = hangUps;
    this.limits = limits;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (Work.Scope work = Work.begin(kind(request));
        HangUps.Watch watch = hangUps.watch(request, work::stop)) {
      Optional<DatabaseLimits.Refusal> refusal = Optional.empty();
      try {
        chain.doFilter(request, response);
      } catch (ServletException | IOException | RuntimeException e) {
        refusal = limits.refusal(e);
        if (refusal.isEmpty() || response.isCommitted()) {
          throw e;
        }
      }
      if (work.foundNoConnectionFree() && response.getStatus() >= 400) {
        refusal = Optional.of(limits.busy());
      }
      if (refusal.isPresent() && !response.isCommitted()) {
        refuse(response, refusal.get());
      }
    }
  }

  private static Work kind(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    if (OWN.stream().anyMatch(own -> own.matches(path))) {
      return Work.OWN;
    }
    boolean looks =
        HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    return looks ? Work.READING : Work.WRITING;
  }

  private void refuse(HttpServletResponse response, DatabaseLimits.Refusal refusal)
      throws IOException {
    response.reset();
    ResponseEntity<ErrorAnswer> answer = Problems.answer(refusal);
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(json.writeValueAsString(answer.getBody()));
  }
}
