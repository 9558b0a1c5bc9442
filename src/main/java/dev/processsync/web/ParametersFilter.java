package dev.processsync.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets no request pass of which a parameter would be lost on its way, whatever its address. */
final class ParametersFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      MultiValueMap<String, String> ofAddress =
          UrlEncoded.read(Objects.requireNonNullElse(request.getQueryString(), ""));
      chain.doFilter(isForm(request) ? new FormRequest(request, ofAddress) : request, response);
    } catch (BadParameter bad) {
      if (response.isCommitted()) {
        throw bad;
      }
      Refusals.send(
          request, response, bad.getStatusCode().value(), "Invalid parameter", bad.reason());
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    return HttpMethod.POST.matches(request.getMethod())
        && type.split(";", 2)[0]
            .strip()
            .toLowerCase(Locale.ROOT)
            .equals(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }
}
