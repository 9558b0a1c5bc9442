package dev.processsync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @Test
  void eachDirectoryWithAJavaIsOneOfTheVersionThatItSays() throws IOException {
    java("old", "1.8.0_392");
    java("seventeen", "17.0.15");
    java("newest", "25");
    Files.createDirectory(directory.resolve("empty"));
    Files.createFile(directory.resolve("file"));

    assertThat(Jdk.in(directory))
        .extracting(jdk -> jdk.home().getFileName() + " " + jdk.version())
        .containsExactlyInAnyOrder("seventeen 17.0.15", "newest 25");
  }

  @Test
  void anEarlyVersionIsOlderThanALateOne() throws IOException {
    java("nine", "9.0.4");
    java("twenty-one", "21.0.2");

    assertThat(Jdk.in(directory).map(Jdk::version).sorted().toList())
        .hasToString("[9.0.4, 21.0.2]");
  }

  @Test
  void whereIsNoDirectoryIsNoJava() {
    assertThat(Jdk.in(directory.resolve("nowhere"))).isEmpty();
  }

  private void java(String name, String version) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    Path bin = Files.createDirectory(home.resolve("bin"));
    assertThat(Files.createFile(bin.resolve("java")).toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
  }
}
