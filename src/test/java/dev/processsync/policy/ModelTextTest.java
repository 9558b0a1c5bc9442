package dev.processsync.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models come as bytes, which say themselves how they are to be read. */
class ModelTextTest {

  private static final String MODEL = "<?xml version=\"1.0\" encoding=\"%s\"?><a b=\"Prüfung €\"/>";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "utf-8", "UTF-16", "windows-1252", "ISO-8859-15"})
  void obeysTheDeclarationAndSaysUtf8Afterwards(String encoding) {
    byte[] bytes = MODEL.formatted(encoding).getBytes(Charset.forName(encoding));

    assertThat(ModelText.of(bytes)).isEqualToIgnoringCase(MODEL.formatted("UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void aByteOrderMarkCountsMoreThanTheDeclaration(String encoding) {
    byte[] bytes = ("\uFEFF" + MODEL.formatted("ISO-8859-1")).getBytes(Charset.forName(encoding));

    assertThat(ModelText.of(bytes, StandardCharsets.ISO_8859_1))
        .isEqualTo(MODEL.formatted("UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void wideCharactersAreSeenWithoutAMark(String encoding) {
    byte[] bytes = MODEL.formatted("UTF-16").getBytes(Charset.forName(encoding));

    assertThat(ModelText.of(bytes)).isEqualTo(MODEL.formatted("UTF-8"));
  }

  @Test
  void withoutADeclarationItIsUtf8() {
    String plain = "<a b=\"Prüfung\"/>";

    assertThat(ModelText.of(plain.getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
    assertThatThrownBy(() -> ModelText.of(plain.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(UnreadableXml.class)
        .hasMessageContaining("not encoded in UTF-8");
  }

  @Test
  void programsThatWriteTextDeclareWideCharactersThatTheyDoNotWrite() {
    byte[] bytes = MODEL.formatted("utf-16").getBytes(StandardCharsets.UTF_8);

    assertThat(ModelText.of(bytes)).isEqualTo(MODEL.formatted("UTF-8"));
  }

  @Test
  void anEncodingThatCanOnlyBeReadIsRead() {
    byte[] bytes =
        "<?xml version='1.0' encoding='ISO-2022-CN'?><a/>".getBytes(StandardCharsets.US_ASCII);

    assertThat(ModelText.of(bytes)).isEqualTo("<?xml version='1.0' encoding='UTF-8'?><a/>");
  }

  @Test
  void whatTheSenderSaysCountsAsFarAsItFits() {
    byte[] latin = MODEL.formatted("windows-1252").getBytes(Charset.forName("windows-1252"));
    byte[] utf8 = MODEL.formatted("ISO-8859-1").getBytes(StandardCharsets.UTF_8);

    assertThat(ModelText.of(latin, StandardCharsets.UTF_8)).isEqualTo(MODEL.formatted("UTF-8"));
    assertThat(ModelText.of(utf8, StandardCharsets.UTF_8)).isEqualTo(MODEL.formatted("UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"klingon", "", "no such", "UTF-7"})
  void saysThatItDoesNotKnowAnEncoding(String encoding) {
    byte[] bytes = MODEL.formatted(encoding).getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> ModelText.of(bytes))
        .isInstanceOf(UnreadableXml.class)
        .hasMessageContaining("encoded in '%s', which is not known".formatted(encoding))
        .hasMessageContaining("save it in UTF-8");
  }
}
