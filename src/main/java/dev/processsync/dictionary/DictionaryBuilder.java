package dev.processsync.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts dictionary files together: inheritance first, then extensions, then the checks that need
 * them all.
 */
final class DictionaryBuilder {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private final Map<String, Source> definitions = new LinkedHashMap<>();
  private final List<Source> extensions = new ArrayList<>();

  /**
   * @param shipped whether it comes with the product
   */
  private record Source(String file, TableFile content, boolean shipped) {}

  void add(String file, TableFile content, boolean shipped) {
    String table = content.table();
    if (table == null) {
      if (content.extend() == null) {
        throw new DictionaryProblem(
            file, "say 'table:' (a new table) or 'extend:' (more fields for one)");
      }
      if (!content.equals(TableFile.extension(content.extend(), content.fields()))) {
        throw new DictionaryProblem(
            file, "beside 'extend' there can only be 'fields': the rest is the table's own");
      }
      extensions.add(new Source(file, content, shipped));
      return;
    }
    if (content.extend() != null) {
      throw new DictionaryProblem(
          file, "say either 'table' or 'extend'; a table that inherits says 'extends'");
    }
    requireName(file, "table", table);
    Source other = definitions.putIfAbsent(table, new Source(file, content, shipped));
    if (other != null) {
      throw new DictionaryProblem(
          file,
          "table '%s' is already defined in %s; use 'extend: %s'"
              .formatted(table, other.file(), table));
    }
  }

  Dictionary build() {
    for (Source extension : extensions) {
      if (!definitions.containsKey(extension.content().extend())) {
        throw new DictionaryProblem(
            extension.file(),
            "it extends '%s', which no file defines".formatted(extension.content().extend()));
      }
    }
    List<Table> tables = new ArrayList<>();
    definitions.forEach(
        (name, source) -> {
          if (!source.content().isAbstract()) {
            tables.add(table(name, source));
          }
        });
    Dictionary dictionary = new Dictionary(tables);
    TableChecks checks = new TableChecks(dictionary);
    tables.forEach(table -> checks.check(file(table.name()), table));
    return dictionary;
  }

  private Table table(String name, Source source) {
    TableFile content = source.content();
    Map<String, Field> fields = new LinkedHashMap<>();
    SystemFields.leading().forEach(field -> fields.put(field.name(), field));
    collectFields(name, source, fields, new LinkedHashSet<>());
    SystemFields.trailing().forEach(field -> fields.put(field.name(), field));
    Table.Access access = access(source);
    if (access.flows()) {
      fields.put(SystemFields.changes().name(), SystemFields.changes());
    }
    String label = Objects.requireNonNullElse(content.label(), name);
    Table.Numbering numbering = numbering(source);
    String display = content.display();
    if (display == null) {
      display =
          numbering != null ? numbering.field() : fields.containsKey("name") ? "name" : "sys_id";
    }
    return new Table(
        name,
        label,
        Objects.requireNonNullElse(content.plural(), label + "s"),
        display,
        numbering,
        access,
        Objects.requireNonNullElse(content.unique(), List.of()),
        Objects.requireNonNullElse(content.indexes(), List.of()),
        Objects.requireNonNullElse(content.newest(), SystemFields.CREATED),
        fields);
  }

  private void collectFields(
      String table, Source source, Map<String, Field> into, Set<String> heirs) {
    if (!heirs.add(table)) {
      throw new DictionaryProblem(
          source.file(), "tables extend each other in a circle: " + String.join(", ", heirs));
    }
    String parent = source.content().parent();
    if (parent != null) {
      Source parentSource = definitions.get(parent);
      if (parentSource == null) {
        throw new DictionaryProblem(
            source.file(), "it extends '%s', which no file defines".formatted(parent));
      }
      collectFields(parent, parentSource, into, heirs);
    }
    addFields(source, into);
    extensions.stream()
        .filter(extension -> table.equals(extension.content().extend()))
        .forEach(extension -> addFields(extension, into));
  }

  private static void addFields(Source source, Map<String, Field> into) {
    Map<String, TableFile.FieldSpec> specs =
        Objects.requireNonNullElse(source.content().fields(), new LinkedHashMap<>());
    specs.forEach(
        (name, spec) -> {
          requireName(source.file(), "field", name);
          if (SystemFields.isSystem(name)) {
            throw new DictionaryProblem(
                source.file(), "every table has '%s' already".formatted(name));
          }
          into.put(name, FieldSpecs.field(source.file(), name, spec));
        });
  }

  private static Table.@Nullable Numbering numbering(Source source) {
    TableFile.NumberSpec spec = source.content().number();
    if (spec == null) {
      return null;
    }
    if (spec.prefix() == null) {
      throw new DictionaryProblem(source.file(), "'number' needs a prefix, as INC");
    }
    return new Table.Numbering(
        Objects.requireNonNullElse(spec.field(), "number"),
        spec.prefix(),
        spec.start(),
        Objects.requireNonNullElse(spec.digits(), 7));
  }

  private Table.Access access(Source source) {
    TableFile.AccessSpec spec = source.content().access();
    if (spec == null) {
      Source parent = definitions.get(Objects.requireNonNullElse(source.content().parent(), ""));
      Table.Access inherited =
          parent == null
              ? new Table.Access(Set.of(), Set.of(), Set.of(), Set.of(), false)
              : access(parent);
      return new Table.Access(
          inherited.read(),
          inherited.create(),
          inherited.write(),
          inherited.delete(),
          flows(source, inherited.write()));
    }
    Set<String> write = Objects.requireNonNullElse(spec.write(), Set.of());
    return new Table.Access(
        Objects.requireNonNullElse(spec.read(), write),
        Objects.requireNonNullElse(spec.create(), write),
        write,
        Objects.requireNonNullElse(spec.delete(), write),
        flows(source, write));
  }

  private boolean flows(Source source, Set<String> write) {
    Boolean said = source.content().flows();
    if (said != null) {
      return said;
    }
    Source parent = definitions.get(Objects.requireNonNullElse(source.content().parent(), ""));
    return parent != null ? access(parent).flows() : !source.shipped() && !write.isEmpty();
  }

  private String file(String table) {
    return Objects.requireNonNull(definitions.get(table)).file();
  }

  private static void requireName(String file, String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new DictionaryProblem(
          file,
          "%s '%s' must be lower-case letters, digits and _, at most 60, beginning with a letter"
              .formatted(what, name));
    }
  }
}
