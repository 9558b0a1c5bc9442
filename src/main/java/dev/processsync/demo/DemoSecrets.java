package dev.processsync.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The pair's encryption keys and passwords: random, made on the first start and kept in a file that
 * only its owner may read.
 */
final class DemoSecrets {

  static final String FILE = "demo.properties";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Properties values = new Properties();

  private DemoSecrets() {}

  static DemoSecrets in(Path directory) throws IOException {
    DemoSecrets secrets = new DemoSecrets();
    Path file = directory.resolve(FILE);
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        secrets.values.load(in);
      }
      return secrets;
    }
    for (String instance : new String[] {"customer", "vendor"}) {
      secrets.values.setProperty(instance + ".encryption-key", random(32));
      for (String user : new String[] {"admin", "api", "run-as"}) {
        secrets.values.setProperty(instance + "." + user + "-password", password());
      }
    }
    secrets.writeTo(file);
    return secrets;
  }

  String encryptionKey(String instance) {
    return value(instance + ".encryption-key");
  }

  Passwords passwords(String instance) {
    return new Passwords(
        value(instance + ".admin-password"),
        value(instance + ".api-password"),
        value(instance + ".run-as-password"));
  }

  private String value(String key) {
    String value = values.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new UsageProblem(
          "%s lacks %s: put it back, or delete the data directory to start anew."
              .formatted(FILE, key));
    }
    return value;
  }

  private void writeTo(Path file) throws IOException {
    Files.createFile(file, forTheOwner(file, "rw-------"));
    try (Writer out = Files.newBufferedWriter(file)) {
      values.store(
          out, "Made by the demo. Without these keys the databases beside it can't be read.");
    }
  }

  /** Makes the directory for the owner alone, since databases and logs follow the secrets there. */
  static void makeDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, forTheOwner(directory, "rwx------"));
  }

  private static FileAttribute<?>[] forTheOwner(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** 18 random bytes, as letters and digits alone so that it can be pasted into any shell. */
  private static String password() {
    byte[] bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes).replace('+', 'x').replace('/', 'y');
  }

  private static String random(int bytes) {
    byte[] key = new byte[bytes];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
