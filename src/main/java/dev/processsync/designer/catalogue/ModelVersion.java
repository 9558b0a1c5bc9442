package dev.processsync.designer.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Which text a model has, as an {@code ETag}: two people may edit the same draft. */
final class ModelVersion {

  /** {@code If-Match: *}: whatever text there is. */
  static final String ANY = "*";

  private static final int BYTES = 16;

  private ModelVersion() {}

  static String of(String bpmn) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(bpmn.getBytes(StandardCharsets.UTF_8));
      return "\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether an {@code If-Match} means this text; proxies that compress make a tag weak. */
  static boolean matches(String ifMatch, String bpmn) {
    String tag = ifMatch.strip();
    return tag.equals(ANY) || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(of(bpmn));
  }
}
