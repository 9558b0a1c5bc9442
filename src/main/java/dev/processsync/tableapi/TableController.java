package dev.processsync.tableapi;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Records;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records of any table of the dictionary over HTTP. Rights and rules are those of {@link Records}.
 */
@RestController
@RequestMapping(
    path = {"/api/now/table", "/api/now/v1/table", "/api/now/v2/table"},
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Table API",
    description = "Records of any table, as ServiceNow's clients know it; also under /api/now/v2.")
class TableController {

  private final Records records;
  private final Dictionary dictionary;
  private final RecordViews views;
  private final CurrentActor currentActor;
  private final ListRoom room;

  TableController(
      Records records,
      Dictionary dictionary,
      RecordViews views,
      CurrentActor currentActor,
      ListRoom room) {
    this.records = records;
    this.dictionary = dictionary;
    this.views = views;
    this.currentActor = currentActor;
    this.room = room;
  }

  @GetMapping("/{table}")
  @Operation(summary = "The records that a query means, page by page")
  @ListParameters
  @ShowParameters
  ResponseEntity<Result<List<Map<String, Object>>>> list(
      @PathVariable String table,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    Actor actor = currentActor.get();
    Table described = dictionary.require(table);
    ReadOptions reading = ReadOptions.of(new Parameters(parameters));
    ListOptions listing = ListOptions.of(new Parameters(parameters));
    List<Column> columns = views.columnsOfLists(actor, described, reading);
    room.enter(
        actor, listing.limit(), columns.stream().anyMatch(column -> column.field().isLong()));
    List<TableRecord> page = page(actor, table, listing, columns);
    HttpHeaders headers = new HttpHeaders();
    PageLinks links = new PageLinks(request.getRequestURL().toString(), parameters, listing);
    String link;
    if (listing.count()) {
      long total = records.count(actor, table, listing.query());
      headers.set("X-Total-Count", Long.toString(total));
      link = links.ofTotal(total);
    } else {
      link = links.ofUncounted(page.size());
    }
    if (listing.links() && !link.isEmpty()) {
      headers.set(HttpHeaders.LINK, link);
    }
    return ResponseEntity.ok()
        .headers(headers)
        .body(new Result<>(views.show(actor, page, columns, reading, tables(request))));
  }

  @GetMapping("/{table}/{sysId}")
  @Operation(summary = "One record; its version is the ETag")
  @ShowParameters
  ResponseEntity<Result<Map<String, Object>>> get(
      @PathVariable String table,
      @PathVariable String sysId,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    Actor actor = currentActor.get();
    TableRecord record = records.get(actor, table, sysId);
    return answer(ResponseEntity.ok(), actor, record, parameters, request);
  }

  @PostMapping(path = "/{table}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Creates a record; what is not given gets its default",
      description =
          "With a sys_id of the caller's choice (32 lower-case hexadecimal digits) if no record has"
              + " it, else 409: so the same request can be repeated and creates one record.")
  @InputParameters
  @ShowParameters
  ResponseEntity<Result<Map<String, Object>>> create(
      @PathVariable String table,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
      @Parameter(hidden = true) InputStream body,
      HttpServletRequest request) {
    Actor actor = currentActor.get();
    ReadOptions.of(new Parameters(parameters));
    TableRecord record = records.insert(actor, table, given(table, parameters, body));
    URI location = URI.create(tables(request) + "/" + table + "/" + record.sysId());
    return answer(ResponseEntity.created(location), actor, record, parameters, request);
  }

  @RequestMapping(
      path = "/{table}/{sysId}",
      method = {RequestMethod.PUT, RequestMethod.PATCH},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Changes the given fields of a record, PUT as well as PATCH",
      description = "With If-Match only if the record is still at that version, else 412.")
  @InputParameters
  @ShowParameters
  ResponseEntity<Result<Map<String, Object>>> update(
      @PathVariable String table,
      @PathVariable String sysId,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Parameter(hidden = true) InputStream body,
      HttpServletRequest request) {
    Actor actor = currentActor.get();
    ReadOptions.of(new Parameters(parameters));
    Map<String, String> given = given(table, parameters, body);
    TableRecord record =
        ifMatch == null || RecordVersion.isAny(ifMatch)
            ? records.update(actor, table, sysId, given)
            : records.updateVersion(actor, table, sysId, given, RecordVersion.parse(ifMatch));
    return answer(ResponseEntity.ok(), actor, record, parameters, request);
  }

  @DeleteMapping("/{table}/{sysId}")
  @Operation(
      summary = "Deletes a record, unless others need it (409)",
      description = "With If-Match only if the record is still at that version, else 412.")
  ResponseEntity<Void> delete(
      @PathVariable String table,
      @PathVariable String sysId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Actor actor = currentActor.get();
    if (ifMatch == null || RecordVersion.isAny(ifMatch)) {
      records.delete(actor, table, sysId);
    } else {
      records.deleteVersion(actor, table, sysId, RecordVersion.parse(ifMatch));
    }
    return ResponseEntity.noContent().build();
  }

  private List<TableRecord> page(
      Actor actor, String table, ListOptions listing, List<Column> columns) {
    Set<String> own =
        Stream.concat(Stream.of("sys_id"), columns.stream().map(Column::ownField))
            .collect(Collectors.toSet());
    Query query = listing.query();
    return records.list(actor, table, query, listing.offset(), listing.limit(), own);
  }

  private Map<String, String> given(
      String table, MultiValueMap<String, String> parameters, InputStream body) {
    boolean labels = new Parameters(parameters).isTrue("sysparm_input_display_value");
    return RecordBody.read(body, dictionary.require(table), labels);
  }

  private ResponseEntity<Result<Map<String, Object>>> answer(
      ResponseEntity.BodyBuilder answer,
      Actor actor,
      TableRecord record,
      MultiValueMap<String, String> parameters,
      HttpServletRequest request) {
    ReadOptions reading = ReadOptions.of(new Parameters(parameters));
    List<Column> columns = views.columns(actor, dictionary.require(record.table()), reading);
    Map<String, Object> shown =
        views.show(actor, List.of(record), columns, reading, tables(request)).get(0);
    return answer.eTag(RecordVersion.of(record)).body(new Result<>(shown));
  }

  /** The URL of the Table API in the version that was asked. */
  private static String tables(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf("/table/") + "/table".length());
  }
}
