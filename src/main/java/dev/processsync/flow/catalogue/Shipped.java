package dev.processsync.flow.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that come with the product. They are updated with it, so nobody edits them. */
@Component
class Shipped {

  private static final String SUFFIX = ".bpmn";

  private final Set<String> keys;

  Shipped(ResourcePatternResolver resources) {
    try {
      keys =
          Stream.of(resources.getResources("classpath*:bpmn/**/*" + SUFFIX))
              .map(Resource::getFilename)
              .map(Objects::requireNonNull)
              .map(name -> name.substring(0, name.length() - SUFFIX.length()))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A model's key is its file's name. */
  boolean has(String key) {
    return keys.contains(key);
  }
}
