package dev.processsync.record;

import dev.processsync.change.FieldChanges;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.StaleRecord;
import dev.processsync.problem.TableProblem;
import dev.processsync.query.Query;
import dev.processsync.query.QuerySql;
import dev.processsync.query.SqlKeyset;
import dev.processsync.query.SqlSelection;
import dev.processsync.storage.PageRequest;
import dev.processsync.storage.RecordPage;
import dev.processsync.storage.RecordPages;
import dev.processsync.storage.RecordStorage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to read and write records, the same for REST, console and flows: rights, checks,
 * rules, storage, then {@link RecordChanged}, all in one transaction. Every refusal is a {@link
 * TableProblem} and changes nothing.
 */
@Service
@Transactional
public class Records {

  private final Dictionary dictionary;
  private final RecordStorage storage;
  private final GivenChanges changes;
  private final Deletion deletion;
  private final RecordRules rules;
  private final RecordWriter writer;
  private final ApplicationEventPublisher events;
  private final QuerySql querySql;
  private final QueryAccess queryAccess;
  private final RecordPages pages;

  Records(
      Dictionary dictionary,
      RecordStorage storage,
      GivenChanges changes,
      Deletion deletion,
      RecordRules rules,
      RecordWriter writer,
      ApplicationEventPublisher events,
      QuerySql querySql) {
    this.dictionary = dictionary;
    this.storage = storage;
    this.changes = changes;
    this.deletion = deletion;
    this.rules = rules;
    this.writer = writer;
    this.events = events;
    this.querySql = querySql;
    this.queryAccess = new QueryAccess(dictionary);
    this.pages = new RecordPages(storage);
  }

  /** The record, empty if there is none. */
  @Transactional(readOnly = true)
  public Optional<TableRecord> find(Actor actor, String tableName, String sysId) {
    Table table = dictionary.require(tableName);
    Access.requireRead(actor, table);
    return SysId.isValid(sysId) ? storage.find(table, sysId) : Optional.empty();
  }

  /** The record; {@link NoSuchRecord} if there is none. */
  @Transactional(readOnly = true)
  public TableRecord get(Actor actor, String tableName, String sysId) {
    return find(actor, tableName, sysId).orElseThrow(() -> new NoSuchRecord(tableName, sysId));
  }

  /** The record, locked until the transaction ends. */
  @Transactional
  public Optional<TableRecord> lock(Actor actor, String tableName, String sysId) {
    Table table = dictionary.require(tableName);
    Access.requireRead(actor, table);
    return lock(table, sysId);
  }

  /** The records whose fields have exactly these values, oldest first. */
  @Transactional(readOnly = true)
  public List<TableRecord> findBy(Actor actor, String tableName, Map<String, String> values) {
    Table table = dictionary.require(tableName);
    Access.requireRead(actor, table);
    return storage.findBy(table, values);
  }

  /**
   * The records with these ids, in no particular order; an id that no record has is passed over.
   */
  @Transactional(readOnly = true)
  public List<TableRecord> findAll(Actor actor, String tableName, Collection<String> sysIds) {
    Table table = dictionary.require(tableName);
    Access.requireRead(actor, table);
    return sysIds.isEmpty() ? List.of() : storage.findAll(table, sysIds);
  }

  /**
   * The records that a query means, in its order, from {@code offset} on, at most {@code limit}.
   */
  @Transactional(readOnly = true)
  public List<TableRecord> list(
      Actor actor, String tableName, Query query, long offset, int limit) {
    return list(
        actor, tableName, query, offset, limit, dictionary.require(tableName).fields().keySet());
  }

  /**
   * As {@link #list(Actor, String, Query, long, int)}, but with no more than these fields: whoever
   * needs a few does not pay for long texts.
   */
  @Transactional(readOnly = true)
  public List<TableRecord> list(
      Actor actor, String tableName, Query query, long offset, int limit, Set<String> fields) {
    Table table = dictionary.require(tableName);
    SqlSelection selection = select(actor, table, query);
    return storage.select(table, wanted(table, fields), selection, offset, limit);
  }

  /**
   * A part of what a query means, in its order, else the newest first ({@link Table#newest}). Any
   * part of a long list costs the same, if an index has its order. Long texts are ordered by their
   * first {@value SqlKeyset#MOST_TEXT} characters. Where nothing is left after or before the
   * cursor, the last or first page is the answer.
   *
   * @param fields those wanted; without {@code sys_id} unless it is among them
   * @throws InvalidQuery also if the cursor is broken, or of another table or order
   */
  @Transactional(readOnly = true)
  public RecordPage page(
      Actor actor, String tableName, Query query, PageRequest request, Set<String> fields) {
    Table table = dictionary.require(tableName);
    return pages.page(table, wanted(table, fields), keyset(actor, table, query), request);
  }

  /**
   * Hands over everything that a query means, in the order of {@link #page}, some thousand records
   * at a time: for tables that fit into no memory. Each part is as it is when it is read, so
   * whoever takes the time of a download holds no transaction.
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public void each(
      Actor actor,
      String tableName,
      Query query,
      Set<String> fields,
      Consumer<List<TableRecord>> part) {
    Table table = dictionary.require(tableName);
    pages.each(table, wanted(table, fields), keyset(actor, table, query), part);
  }

  /** How many records a query means, but counts no further than {@code limit}. */
  @Transactional(readOnly = true)
  public long countUpTo(Actor actor, String tableName, Query query, long limit) {
    return storage.countUpTo(select(actor, dictionary.require(tableName), query), limit);
  }

  /** How many records a query means. */
  @Transactional(readOnly = true)
  public long count(Actor actor, String tableName, Query query) {
    return storage.count(select(actor, dictionary.require(tableName), query));
  }

  /**
   * Creates a record; fields that are not given get their defaults. Whoever chooses its {@code
   * sys_id} may safely try again: the record is created once.
   *
   * @throws RecordConflict blaming {@code sys_id} if a record has the chosen one already
   */
  public TableRecord insert(Actor actor, String tableName, Map<String, String> given) {
    Table table = dictionary.require(tableName);
    Access.requireCreate(actor, table);
    return writer.write(changes.create(actor, table, given));
  }

  /**
   * Changes the given fields of a record; a change that changes nothing writes nothing and tells
   * nobody.
   */
  public TableRecord update(
      Actor actor, String tableName, String sysId, Map<String, String> given) {
    Table table = dictionary.require(tableName);
    Access.requireWrite(actor, table);
    return update(actor, table, locked(table, sysId), given);
  }

  /**
   * As {@link #update(Actor, String, String, Map)}, where what is given depends on what is there.
   *
   * @param given told the stored record, which is locked
   */
  public TableRecord update(
      Actor actor,
      String tableName,
      String sysId,
      Function<TableRecord, Map<String, String>> given) {
    return updateIfThere(actor, tableName, sysId, given)
        .orElseThrow(() -> new NoSuchRecord(tableName, sysId));
  }

  /** As {@link #update(Actor, String, String, Function)}; empty if there is no such record. */
  public Optional<TableRecord> updateIfThere(
      Actor actor,
      String tableName,
      String sysId,
      Function<TableRecord, Map<String, String>> given) {
    Table table = dictionary.require(tableName);
    Access.requireWrite(actor, table);
    return lock(table, sysId).map(before -> update(actor, table, before, given.apply(before)));
  }

  /**
   * As {@link #update(Actor, String, String, Map)}, but only while the record is at a version.
   *
   * @param modCount the {@code sys_mod_count} that the caller read
   * @throws StaleRecord if somebody else was faster
   */
  public TableRecord updateVersion(
      Actor actor, String tableName, String sysId, Map<String, String> given, long modCount) {
    Table table = dictionary.require(tableName);
    Access.requireWrite(actor, table);
    return update(actor, table, lockedVersion(table, sysId, modCount), given);
  }

  private TableRecord update(
      Actor actor, Table table, TableRecord before, Map<String, String> given) {
    return writer.write(changes.update(actor, table, before, given));
  }

  /**
   * Has a record keep another note of who changed which field when, though its fields stay as they
   * are: so does its version, and nobody is told.
   *
   * @return the record as it is now
   */
  public TableRecord note(String tableName, String sysId, UnaryOperator<FieldChanges> afterwards) {
    Table table = dictionary.require(tableName);
    TableRecord record = locked(table, sysId);
    FieldChanges noted = FieldChanges.parse(record.get(FieldChanges.FIELD));
    String text = afterwards.apply(noted).toString();
    if (table.field(FieldChanges.FIELD).isEmpty() || text.equals(noted.toString())) {
      return record;
    }
    Map<String, String> values = new LinkedHashMap<>(record.values());
    values.put(FieldChanges.FIELD, text);
    storage.update(table, sysId, Map.of(FieldChanges.FIELD, text));
    return new TableRecord(tableName, values);
  }

  /** Deletes a record, unless something that may not lose it refers to it. */
  public void delete(Actor actor, String tableName, String sysId) {
    if (deleteIfThere(actor, tableName, sysId).isEmpty()) {
      throw new NoSuchRecord(tableName, sysId);
    }
  }

  /** As {@link #delete}: what was deleted, empty if there is no such record. */
  public Optional<TableRecord> deleteIfThere(Actor actor, String tableName, String sysId) {
    Table table = dictionary.require(tableName);
    Access.requireDelete(actor, table);
    Optional<TableRecord> there = lock(table, sysId);
    there.ifPresent(before -> delete(actor, table, before));
    return there;
  }

  /**
   * Deletes a record if nobody changed it meanwhile.
   *
   * @param modCount the {@code sys_mod_count} that the caller read
   * @throws StaleRecord if somebody else was faster
   */
  public void deleteVersion(Actor actor, String tableName, String sysId, long modCount) {
    Table table = dictionary.require(tableName);
    Access.requireDelete(actor, table);
    delete(actor, table, lockedVersion(table, sysId, modCount));
  }

  private void delete(Actor actor, Table table, TableRecord before) {
    rules.beforeDelete(changes.delete(actor, table, before));
    deletion.release(
        table, before, (dependentTable, id) -> delete(actor.elevated(), dependentTable, id));
    storage.delete(table, before.sysId());
    events.publishEvent(
        new RecordChanged(
            Operation.DELETE, table.name(), before, null, before.values().keySet(), actor));
  }

  private static List<Field> wanted(Table table, Set<String> fields) {
    return table.fields().values().stream().filter(field -> fields.contains(field.name())).toList();
  }

  private SqlKeyset keyset(Actor actor, Table table, Query query) {
    Access.requireRead(actor, table);
    queryAccess.require(actor, table, query);
    return querySql.keyset(query.askedBy(actor.sysId()), table);
  }

  private SqlSelection select(Actor actor, Table table, Query query) {
    Access.requireRead(actor, table);
    queryAccess.require(actor, table, query);
    return querySql.select(query.askedBy(actor.sysId()), table);
  }

  private TableRecord lockedVersion(Table table, String sysId, long modCount) {
    TableRecord before = locked(table, sysId);
    if (!before.get("sys_mod_count").equals(Long.toString(modCount))) {
      throw RecordWriter.stale(table, before, modCount);
    }
    return before;
  }

  private TableRecord locked(Table table, String sysId) {
    return lock(table, sysId).orElseThrow(() -> new NoSuchRecord(table.name(), sysId));
  }

  private Optional<TableRecord> lock(Table table, String sysId) {
    return SysId.isValid(sysId) ? storage.lock(table, sysId) : Optional.empty();
  }
}
