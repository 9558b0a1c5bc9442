package dev.processsync.definition;

import dev.processsync.change.ConflictPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What inbound subflows write when they update a record; answered by who keeps the models. */
public interface InboundMappings {

  /** Of a published subflow; empty if there is none of this key. */
  List<Mapped> of(String subflow);

  /**
   * A field that is mapped.
   *
   * @param from the captured fields that it is made of
   * @param policy if the subflow chooses one for this field
   */
  record Mapped(String table, String field, Set<String> from, Optional<ConflictPolicy> policy) {}
}
