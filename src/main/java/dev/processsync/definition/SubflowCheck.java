package dev.processsync.definition;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.record.RecordChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a record names a published subflow of the kind that it needs. */
@Component
final class SubflowCheck {

  /** Absent where the engine's module is not loaded: then there is nobody to ask. */
  private final ObjectProvider<Subflows> subflows;

  SubflowCheck(ObjectProvider<Subflows> subflows) {
    this.subflows = subflows;
  }

  /** Refuses a changed field that names something else; empty is not looked at. */
  void require(RecordChange change, String field, Kind kind) {
    String key = change.get(field);
    if (!key.isEmpty() && change.isChanged(field)) {
      subflows.ifAvailable(catalogue -> require(change, field, key, kind, catalogue));
    }
  }

  private static void require(
      RecordChange change, String field, String key, Kind kind, Subflows catalogue) {
    Optional<Kind> found = catalogue.publishedKind(key);
    String label = change.table().require(field).label();
    if (found.isPresent() && catalogue.isInactive(key)) {
      throw change.invalid(
          field,
          "%s is '%s', which is inactive: activate it, or choose another. %s"
              .formatted(label, key, published(catalogue, kind)));
    }
    if (found.filter(kind::equals).isPresent()) {
      return;
    }
    if (found.isPresent()) {
      throw change.invalid(
          field,
          "%s is '%s', which is an %s subflow; it takes an %s one. %s"
              .formatted(label, key, word(found.get()), word(kind), published(catalogue, kind)));
    }
    if (catalogue.isDraft(key)) {
      throw change.invalid(
          field, "%s is '%s', which is still a draft: publish it first.".formatted(label, key));
    }
    throw change.invalid(
        field,
        "%s is '%s', but there is no such subflow. %s"
            .formatted(label, key, published(catalogue, kind)));
  }

  private static String published(Subflows catalogue, Kind kind) {
    List<String> keys = catalogue.published(kind);
    return keys.isEmpty()
        ? "No %s subflow is published yet.".formatted(word(kind))
        : "Published %s subflows: %s.".formatted(word(kind), String.join(", ", keys));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
