package dev.processsync.console.form.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code forms/{table}.form}, which the engine deploys as well. */
final class FormFiles {

  private final PathMatchingResourcePatternResolver resources =
      new PathMatchingResourcePatternResolver();
  private final ObjectMapper json;

  FormFiles(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param name where the file is, for messages
   */
  record FormFile(String name, ObjectNode schema) {}

  /**
   * @throws FormProblem if there is a file that is no form
   */
  Optional<FormFile> find(String table) {
    String pattern = "classpath*:forms/%s.form".formatted(table);
    try {
      Resource[] found = resources.getResources(pattern);
      return found.length == 0 ? Optional.empty() : Optional.of(read(found[0]));
    } catch (IOException e) {
      throw new FormProblem(pattern, "can't be read: " + e.getMessage());
    }
  }

  private FormFile read(Resource file) throws IOException {
    String name = file.getDescription();
    try (InputStream in = file.getInputStream()) {
      JsonNode schema = json.readTree(in);
      if (schema instanceof ObjectNode form && form.path("components").isArray()) {
        return new FormFile(name, form);
      }
    }
    throw new FormProblem(name, "it must be an object with a list 'components'");
  }
}
