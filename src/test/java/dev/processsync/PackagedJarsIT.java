package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.testing.SubflowExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the jars that the build makes, and what is not. */
class PackagedJarsIT {

  private static final String ROOT = "dev/processsync/";
  private static final String DEMO = ROOT + "demo/";
  private static final String KIT = ROOT + "testing/";

  private static final String PROGRAM = System.getProperty("packaged.jar", "");

  /** All that was compiled of the product's sources is there, with the one exception. */
  @ParameterizedTest
  @CsvSource({"'', BOOT-INF/classes/", "-classes, ''"})
  void theProductIsEverythingButTheDemo(String classifier, String below) throws IOException {
    Set<String> product = files(Path.of("target", "classes"), ROOT);

    assertThat(product).anyMatch(file -> file.startsWith(DEMO));
    assertThat(entries(classifier, below))
        .containsAll(product.stream().filter(file -> !file.startsWith(DEMO)).toList())
        .noneMatch(file -> ("/" + file).contains("/demo/"))
        .noneMatch(file -> file.startsWith(KIT));
  }

  @Test
  void theTestingKitIsItsPackageWithoutItsOwnTests() throws IOException {
    assertThat(entries("-testing", ""))
        .contains(SubflowExtension.class.getName().replace('.', '/') + ".class")
        .allMatch(file -> file.startsWith(KIT) || file.startsWith("META-INF/"))
        .noneMatch(file -> file.contains("Test"));
  }

  @Test
  void theTestingKitSaysWhatItIs() throws IOException {
    try (JarFile jar = jar("-testing")) {
      assertThat(jar.getManifest().getMainAttributes())
          .hasEntrySatisfying(
              Name.IMPLEMENTATION_TITLE,
              title -> assertThat(title.toString()).endsWith("testing kit for subflows"))
          .containsEntry(new Name("Automatic-Module-Name"), SubflowExtension.class.getPackageName())
          .doesNotContainKey(Name.MAIN_CLASS);
    }
  }

  @Test
  void theTestingKitsSourcesAreThere() throws IOException {
    assertThat(typesOfTheKit("-testing-sources", ".java"))
        .isEqualTo(typesOfTheKit("-testing", ".class"));
  }

  private static Set<String> typesOfTheKit(String classifier, String suffix) throws IOException {
    return entries(classifier, KIT).stream()
        .filter(file -> file.endsWith(suffix) && !file.contains("$"))
        .map(file -> file.substring(0, file.length() - suffix.length()))
        .collect(Collectors.toSet());
  }

  private static JarFile jar(String classifier) throws IOException {
    return new JarFile(PROGRAM.replaceFirst("\\.jar$", classifier + ".jar"));
  }

  private static Set<String> entries(String classifier, String below) throws IOException {
    try (JarFile jar = jar(classifier)) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(below))
          .map(entry -> entry.getName().substring(below.length()))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> files(Path directory, String below) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.startsWith(below))
          .collect(Collectors.toSet());
    }
  }
}
