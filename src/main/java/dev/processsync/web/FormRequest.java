package dev.processsync.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form that was sent: its body is read when somebody asks for a parameter, strictly. What is
 * wrong with it is a {@link BadParameter} of whoever asked.
 */
final class FormRequest extends HttpServletRequestWrapper {

  /** Forms here are logins and the like. */
  static final int MOST_BYTES = 65_536;

  private final MultiValueMap<String, String> ofAddress;
  private @Nullable Map<String, String[]> all;

  FormRequest(HttpServletRequest request, MultiValueMap<String, String> ofAddress) {
    super(request);
    this.ofAddress = ofAddress;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterMap().get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = getParameterMap().get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> known = all;
    if (known == null) {
      known = read();
      all = known;
    }
    return known;
  }

  private Map<String, String[]> read() {
    MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>(ofAddress);
    UrlEncoded.read(body()).forEach(parameters::addAll);
    UrlEncoded.requireSingle(parameters);
    Map<String, String[]> arrays = new LinkedHashMap<>();
    parameters.forEach((name, values) -> arrays.put(name, values.toArray(new String[0])));
    return Collections.unmodifiableMap(arrays);
  }

  private String body() {
    byte[] bytes;
    try {
      bytes = getInputStream().readNBytes(MOST_BYTES + 1);
    } catch (IOException callerIsGone) {
      throw BadParameter.because("The form's body ended early.");
    }
    if (bytes.length > MOST_BYTES) {
      throw BadParameter.tooLarge(
          "The form's body is too large: at most %d bytes are taken.".formatted(MOST_BYTES));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
