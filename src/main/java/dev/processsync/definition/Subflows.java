package dev.processsync.definition;

import java.util.List;
import java.util.Optional;

/** What flow bindings need to know about subflows; answered by the module that keeps them. */
public interface Subflows {

  /** What a subflow is for: its extension property {@code process-sync.kind}. */
  enum Kind {
    OUTBOUND,
    INBOUND,
    ERROR
  }

  /** The kind of the published subflow with this key; empty if there is none, or only a draft. */
  Optional<Kind> publishedKind(String key);

  /** Whether an unpublished draft has this key. */
  boolean isDraft(String key);

  /** Whether the published subflow with this key was deactivated: no flow may begin to use it. */
  boolean isInactive(String key);

  /** The keys of the published subflows of a kind, templates included, without inactive ones. */
  List<String> published(Kind kind);
}
