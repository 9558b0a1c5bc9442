package dev.processsync.designer.catalogue;

import dev.processsync.flow.deployment.ShippedModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that come with the product. They are updated with it, so nobody edits them. */
@Component
class Shipped implements ShippedModels {

  private static final String SUFFIX = ".bpmn";

  /** By key, which is the file's name. */
  private final Map<String, byte[]> models = new HashMap<>();

  Shipped(ResourcePatternResolver resources) {
    try {
      for (Resource model : resources.getResources("classpath*:bpmn/**/*" + SUFFIX)) {
        String name = Objects.requireNonNull(model.getFilename());
        try (InputStream in = model.getInputStream()) {
          models.put(name.substring(0, name.length() - SUFFIX.length()), in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean has(String key) {
    return models.containsKey(key);
  }

  @Override
  public boolean isModel(String key, byte[] bpmn) {
    return Arrays.equals(models.get(key), bpmn);
  }
}
