package dev.processsync.engineweb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tells the scripts of Camunda's web applications what the cookie with their token is called: they
 * look for the usual name, and send nothing that changes something without it.
 */
@Controller
class WebApplicationScripts {

  private static final String SETTINGS = "export default {";

  private final String cookie;

  WebApplicationScripts(@Value("${camunda.bpm.webapp.csrf.cookie-name}") String cookie) {
    this.cookie = cookie;
  }

  @GetMapping("/camunda/app/{application:cockpit|tasklist|admin|welcome}/scripts/config.js")
  ResponseEntity<String> settings(@PathVariable String application) throws IOException {
    ClassPathResource shipped =
        new ClassPathResource(
            "META-INF/resources/webjars/camunda/app/%s/scripts/config.js".formatted(application));
    if (!shipped.exists()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String script =
        shipped
            .getContentAsString(StandardCharsets.UTF_8)
            .replace(SETTINGS, "%s csrfCookieName: \"%s\",".formatted(SETTINGS, cookie));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .body(script);
  }
}
