package dev.processsync.bounds;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** The first of all filters: nobody behind it reads a body but through its bounds. */
final class BodyFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(BodyFilter.class);

  private final Places places;
  private final Hearing hearing = new Hearing();
  private final RequestProperties properties;

  BodyFilter(RequestProperties properties) {
    this.places = new Places(properties.bodiesPerCaller());
    this.properties = properties;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getDispatcherType() != DispatcherType.REQUEST || !hasBody(request);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    BoundedBody body = new BoundedBody(request, response, places, hearing, properties);
    boolean isAnswered = false;
    try {
      chain.doFilter(new BoundedRequest(request, body), response);
      isAnswered = true;
    } catch (IOException | ServletException | RuntimeException e) {
      if (!body.isRefused()) {
        throw e;
      }
      log.debug("{} {} was not heard out", request.getMethod(), request.getRequestURI(), e);
    } finally {
      boolean isSent = response.isCommitted();
      body.finish(isAnswered);
      if (isSent && body.isSenderGone()) {
        request.setAttribute(AnsweredOnce.IS_ANSWERED, true);
      }
    }
  }
}
