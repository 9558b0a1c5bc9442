package dev.processsync.console.form;

import dev.processsync.console.page.RecordAddress;
import dev.processsync.record.CurrentActor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a record. Everything that it changes, it changes through the REST API. */
@Controller
class RecordController {

  private static final String FROM = "from";

  /** Which type of credentials: asked first, as in the tutorial's step 19. */
  private static final String CREDENTIALS = "basic_auth_credentials";

  private static final String TYPE = "credential_type";

  private final RecordPages pages;
  private final MembersPages membersPages;
  private final PageJson json;
  private final CurrentActor currentActor;

  RecordController(
      RecordPages pages, MembersPages membersPages, PageJson json, CurrentActor currentActor) {
    this.pages = pages;
    this.membersPages = membersPages;
    this.json = json;
    this.currentActor = currentActor;
  }

  @GetMapping("/console/record/{table}/{sysId}")
  String record(
      @PathVariable String table,
      @PathVariable String sysId,
      @RequestParam(name = FROM, defaultValue = "") String from,
      Model model) {
    model.addAttribute("page", pages.of(currentActor.get(), table, sysId, WayBack.of(from)));
    return "record";
  }

  @GetMapping("/console/record/{table}/new")
  String newRecord(
      @PathVariable String table, @RequestParam Map<String, String> parameters, Model model) {
    Map<String, String> presets = new LinkedHashMap<>(parameters);
    String from = WayBack.of(presets.getOrDefault(FROM, ""));
    presets.remove(FROM);
    boolean typeKnown = presets.remove(TYPE) != null;
    RecordPage page = pages.ofNew(currentActor.get(), table, presets, from);
    model.addAttribute("page", page);
    if (table.equals(CREDENTIALS) && !typeKnown) {
      Map<String, String> chosen = new LinkedHashMap<>(presets);
      chosen.put(TYPE, "basic");
      model.addAttribute("basic", RecordAddress.ofNew(table, chosen, from));
      return "credential-types";
    }
    return "record";
  }

  @GetMapping("/console/record/{table}/{sysId}/{list}")
  String members(
      @PathVariable String table,
      @PathVariable String sysId,
      @PathVariable String list,
      Model model) {
    MembersPage page = membersPages.of(currentActor.get(), table, sysId, list);
    model.addAttribute("page", page);
    model.addAttribute("data", json.of(page));
    return "members";
  }
}
