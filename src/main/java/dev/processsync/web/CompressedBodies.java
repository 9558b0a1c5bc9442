package dev.processsync.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says of a body that is compressed that nobody here unpacks it, instead of that it is no JSON. */
final class CompressedBodies extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
      chain.doFilter(request, response);
    } else {
      int status = HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
      Refusals.send(
          request,
          response,
          status,
          StatusWords.title(status),
          "A body with this Content-Encoding isn't taken: send it uncompressed.");
    }
  }
}
