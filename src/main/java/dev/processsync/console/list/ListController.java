package dev.processsync.console.list;

import dev.processsync.console.page.ListAddress;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.web.OnlyKnownParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The list of each table as a page, and as a part of other pages. */
@Controller
@OnlyKnownParameters({"sysparm_query", "text", "column", "after", "before", "from", "last"})
class ListController {

  private final Lists lists;
  private final CurrentActor currentActor;

  ListController(Lists lists, CurrentActor currentActor) {
    this.lists = lists;
    this.currentActor = currentActor;
  }

  @GetMapping("/console/list/{table}")
  String page(
      @PathVariable String table,
      @RequestParam Map<String, String> parameters,
      HttpServletResponse response,
      Model model) {
    Actor actor = currentActor.get();
    Table described = lists.table(table);
    try {
      return page(actor, described, parameters, model);
    } catch (InvalidQuery refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("table", described);
      model.addAttribute("reason", refused.getMessage());
      return "list-refused";
    }
  }

  private String page(Actor actor, Table table, Map<String, String> parameters, Model model) {
    Query query = Query.parse(parameters.getOrDefault("sysparm_query", ""));
    String text = parameters.getOrDefault("text", "").strip();
    if (!text.isEmpty()) {
      Query searched = searched(table, parameters.getOrDefault("column", ""), text);
      return "redirect:" + ListAddress.of(table.name(), query.and(searched).encoded());
    }
    model.addAttribute("list", lists.of(actor, table, query, Place.of(parameters)));
    model.addAttribute("tools", ListTools.of(actor, table));
    return "list";
  }

  @GetMapping("/console/list/{table}/part")
  @Nullable String part(
      @PathVariable String table,
      @RequestParam Map<String, String> parameters,
      WebRequest request,
      Model model) {
    Query query = Query.parse(parameters.getOrDefault("sysparm_query", ""));
    ListView list = lists.of(currentActor.get(), lists.table(table), query, Place.of(parameters));
    return unlessKnown(list, request, model);
  }

  @GetMapping("/console/related/{table}/{field}/{parent}")
  @Nullable String related(
      @PathVariable String table,
      @PathVariable String field,
      @PathVariable String parent,
      @RequestParam Map<String, String> parameters,
      WebRequest request,
      Model model) {
    Table described = lists.table(table);
    Field reference = described.require(field);
    if (!reference.isReference()) {
      throw new InvalidQuery(field, described.title() + " has no reference of this name.");
    }
    Query query = Query.parse(parameters.getOrDefault("sysparm_query", ""));
    ListView list =
        lists.related(
            currentActor.get(), described, reference, parent, query, Place.of(parameters));
    return unlessKnown(list, request, model);
  }

  /** A list that the caller has as it is costs no page. */
  private static @Nullable String unlessKnown(ListView list, WebRequest request, Model model) {
    if (request.checkNotModified(list.fingerprint())) {
      return null;
    }
    model.addAttribute("list", list);
    return "list-part :: list";
  }

  private static Query searched(Table table, String column, String text) {
    try {
      return QuickSearch.query(table, column, text);
    } catch (IllegalArgumentException unstorable) {
      throw new InvalidQuery(text, unstorable.getMessage() + ".");
    }
  }
}
