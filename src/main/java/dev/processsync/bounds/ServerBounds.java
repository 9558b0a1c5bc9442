package dev.processsync.bounds;

import java.time.Duration;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What the web server itself has to do with bodies; see also {@code server.tomcat}. */
final class ServerBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** How long a sender may be silent in the middle of its body. */
  static final Duration SILENCE = Duration.ofSeconds(5);

  private final Duration silence;

  ServerBounds(Duration silence) {
    this.silence = silence;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addEngineValves(new UnreadBodies(), new LineToCaller.Valve());
    server.addContextValves(new AnsweredOnce());
    server.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(Math.toIntExact(silence.toMillis()));
            // A sender who asks first is told to go on only when somebody wants to read.
            http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
          }
        });
  }
}
