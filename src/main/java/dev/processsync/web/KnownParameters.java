package dev.processsync.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds requests to what {@link OnlyKnownParameters} says of their methods. */
final class KnownParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      OnlyKnownParameters only = rule(method);
      if (only != null) {
        check(request.getParameterMap(), known(method, only));
      }
    }
    return true;
  }

  private static @Nullable OnlyKnownParameters rule(HandlerMethod method) {
    OnlyKnownParameters own = method.getMethodAnnotation(OnlyKnownParameters.class);
    return own != null ? own : method.getBeanType().getAnnotation(OnlyKnownParameters.class);
  }

  private static Set<String> known(HandlerMethod method, OnlyKnownParameters only) {
    Set<String> known = new TreeSet<>(Set.of(only.value()));
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
      if (named != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
        String name = named.name().isEmpty() ? parameter.getParameterName() : named.name();
        if (name != null) {
          known.add(name);
        }
      }
    }
    return known;
  }

  private static void check(Map<String, String[]> given, Set<String> known) {
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw BadParameter.because(
                "There is no parameter '%s' here; there %s. An & that belongs to a value is written %%26."
                    .formatted(
                        UrlEncoded.brief(name),
                        known.isEmpty() ? "is none" : "is " + String.join(", ", known)));
          } else if (values.length > 1) {
            throw BadParameter.because(
                "The parameter %s is given more than once; it counts only once.".formatted(name));
          }
        });
  }
}
