package dev.processsync.handshake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance answers to a {@link HandshakeMessage} when its checks hold.
 *
 * @param remoteSystem the sys_id of the answering side's Remote System record
 * @param warnings what it thinks of the caller's offer
 * @param confirmed to a call back: whether the answering side began this very handshake; who is too
 *     old to say so did not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record HandshakeAnswer(String remoteSystem, Offer offer, List<String> warnings, boolean confirmed) {

  HandshakeAnswer(
      @Nullable String remoteSystem,
      @Nullable Offer offer,
      @Nullable List<String> warnings,
      boolean confirmed) {
    this.remoteSystem = PartnersWords.brief(remoteSystem);
    this.offer = offer == null ? Offer.NONE : offer;
    this.warnings = PartnersWords.brief(warnings);
    this.confirmed = confirmed;
  }
}
