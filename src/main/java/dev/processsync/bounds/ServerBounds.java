package dev.processsync.bounds;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What the web server itself has to do with bodies; see also {@code server.tomcat}. */
final class ServerBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** How long a sender may be silent in the middle of its body. */
  private static final int SILENCE_MS = 5_000;

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addEngineValves(new UnreadBodies());
    server.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(SILENCE_MS);
            // A sender who asks first is told to go on only when somebody wants to read.
            http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
          }
        });
  }
}
