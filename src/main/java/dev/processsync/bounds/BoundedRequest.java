package dev.processsync.bounds;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is read through its bounds, as bytes or as text. */
final class BoundedRequest extends HttpServletRequestWrapper {

  private final BoundedBody body;
  private @Nullable BufferedReader reader;

  BoundedRequest(HttpServletRequest request, BoundedBody body) {
    super(request);
    this.body = body;
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  @Override
  public BufferedReader getReader() {
    BufferedReader open = reader;
    if (open == null) {
      String encoding = getCharacterEncoding();
      Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
      open = new BufferedReader(new InputStreamReader(body, charset));
      reader = open;
    }
    return open;
  }
}
