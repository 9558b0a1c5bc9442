package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.SubflowProblem.SubflowConflict;
import dev.processsync.policy.ModelText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Where drafts are kept. */
@Component
@DependsOnDatabaseInitialization
class Drafts {

  private static final String SELECT =
      """
      select subflow_key, name, kind, bpmn, based_on, updated_by, updated_on
      from process_sync.subflow_draft
      """;

  private final DSLContext sql;

  Drafts(DSLContext sql) {
    this.sql = sql;
  }

  List<Draft> all() {
    return sql.fetch(SELECT + "order by subflow_key").map(Drafts::draft);
  }

  Optional<Draft> find(String key) {
    return sql.fetchOptional(SELECT + "where subflow_key = ?", key).map(Drafts::draft);
  }

  /** The draft, which nobody else changes until the transaction ends. */
  Optional<Draft> lock(String key) {
    return sql.fetchOptional(SELECT + "where subflow_key = ? for update", key).map(Drafts::draft);
  }

  /**
   * @throws SubflowConflict if somebody else took the key meanwhile
   */
  void insert(Draft draft) {
    try {
      sql.execute(
          """
          insert into process_sync.subflow_draft
            (name, kind, bpmn, based_on, updated_by, updated_on, subflow_key)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          draft.name(),
          draft.kind().name(),
          draft.bpmn(),
          draft.basedOn(),
          draft.updatedBy(),
          draft.updatedOn(),
          draft.key());
    } catch (DuplicateKeyException e) {
      throw new SubflowConflict("The key '%s' is in use: choose another.".formatted(draft.key()));
    }
  }

  void save(Draft draft) {
    int updated =
        sql.execute(
            """
            update process_sync.subflow_draft
            set name = ?, bpmn = ?, updated_by = ?, updated_on = ?
            where subflow_key = ?
            """,
            draft.name(),
            draft.bpmn(),
            draft.updatedBy(),
            draft.updatedOn(),
            draft.key());
    if (updated == 0) {
      insert(draft);
    }
  }

  void delete(String key) {
    sql.execute("delete from process_sync.subflow_draft where subflow_key = ?", key);
  }

  private static Draft draft(Record row) {
    return new Draft(
        row.get("subflow_key", String.class),
        row.get("name", String.class),
        Kind.valueOf(row.get("kind", String.class)),
        // Older versions kept what a model said of the encoding that it came in.
        ModelText.inUtf8(row.get("bpmn", String.class)),
        row.get("based_on", String.class),
        row.get("updated_by", String.class),
        row.get("updated_on", LocalDateTime.class));
  }
}
