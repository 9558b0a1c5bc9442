package dev.processsync.console.list;

import dev.processsync.dictionary.Table;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.web.OnlyKnownParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a list shows, with the user's columns, as a file. */
@Controller
class CsvController {

  private final Lists lists;
  private final ListColumns columns;
  private final CsvExport export;
  private final CurrentActor currentActor;
  private final Clock clock;

  CsvController(
      Lists lists, ListColumns columns, CsvExport export, CurrentActor currentActor, Clock clock) {
    this.lists = lists;
    this.columns = columns;
    this.export = export;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** What is refused is refused before anything is written. */
  @GetMapping("/console/list/{table}.csv")
  @OnlyKnownParameters
  void csv(
      @PathVariable String table,
      @RequestParam(name = "sysparm_query", defaultValue = "") String encoded,
      HttpServletResponse response)
      throws IOException {
    Actor actor = currentActor.get();
    Table described = lists.table(table);
    Query query = Lists.ordered(described, Query.parse(encoded));
    export.check(actor, described, query);
    String name = "%s-%s.csv".formatted(table, LocalDate.now(clock));
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    Writer out = response.getWriter();
    export.write(actor, described, query, columns.of(actor, described), out);
    out.flush();
  }
}
