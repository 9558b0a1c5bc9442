package dev.processsync.dictionary;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the dictionary: the files that come with the product, then those of the instance's own
 * folder.
 */
public final class DictionaryFiles {

  private static final Logger log = LoggerFactory.getLogger(DictionaryFiles.class);
  private static final String SHIPPED = "classpath:dictionary/*.yml";

  private final ObjectMapper yaml =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final PathMatchingResourcePatternResolver resources =
      new PathMatchingResourcePatternResolver();

  /**
   * @param folder the instance's own files, a location such as {@code file:./dictionary/}, of
   *     {@code *.yml} or {@code *.yaml}; it need not exist
   * @throws DictionaryProblem naming the file and what is wrong with it
   */
  public Dictionary read(String folder) {
    DictionaryBuilder builder = new DictionaryBuilder();
    addAll(builder, SHIPPED, true);
    if (!folder.isBlank()) {
      String location = folder.contains(":") ? folder : "file:" + folder;
      addAll(builder, location + (location.endsWith("/") ? "" : "/") + "*.y*ml", false);
    }
    return builder.build();
  }

  private void addAll(DictionaryBuilder builder, String pattern, boolean shipped) {
    try {
      Resource[] files = resources.getResources(pattern);
      Arrays.sort(files, Comparator.comparing(Resource::getDescription));
      for (Resource file : files) {
        builder.add(file.getDescription(), content(file), shipped);
      }
      log.info("Dictionary: {} files of {}", files.length, pattern);
    } catch (IOException e) {
      throw new DictionaryProblem(pattern, "can't be read: " + e.getMessage());
    }
  }

  private TableFile content(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return yaml.readValue(in, TableFile.class);
    } catch (JsonProcessingException e) {
      throw new DictionaryProblem(file.getDescription(), "can't be read: " + reason(e));
    } catch (IOException e) {
      throw new DictionaryProblem(file.getDescription(), "can't be read: " + e.getMessage());
    }
  }

  /** In the file's terms: what the parser says names our classes. */
  private static String reason(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "'%s' is not known here; known are %s"
          .formatted(
              place(unknown),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof JsonMappingException mapping) {
      if (e.getCause() instanceof JsonProcessingException syntax) {
        return reason(syntax);
      }
      return "what stands at '%s' is not what belongs there".formatted(place(mapping));
    }
    JsonLocation at = e.getLocation();
    return (at == null ? "" : "line %d: ".formatted(at.getLineNr())) + e.getOriginalMessage();
  }

  private static String place(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }
}
