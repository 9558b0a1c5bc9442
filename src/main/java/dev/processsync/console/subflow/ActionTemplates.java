package dev.processsync.console.subflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The element templates of every action, those of extensions too, as the modeler reads them. */
@Component
class ActionTemplates {

  private final String templates;

  ActionTemplates(ResourcePatternResolver resources, ObjectMapper json) throws IOException {
    ArrayNode all = json.createArrayNode();
    for (Resource file : resources.getResources("classpath*:element-templates/*.json")) {
      try (InputStream in = file.getInputStream()) {
        json.readTree(in).forEach(all::add);
      }
    }
    this.templates = all.toString();
  }

  /** A JSON array. */
  String asJson() {
    return templates;
  }
}
