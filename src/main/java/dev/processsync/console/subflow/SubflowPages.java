package dev.processsync.console.subflow;

import dev.processsync.designer.Subflow;
import dev.processsync.designer.SubflowList;
import dev.processsync.identity.Role;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.CurrentActor;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the Flow Designer (steps 32, 37, 39–43, 46–50). What they do goes over the API. */
@Controller
class SubflowPages {

  private static final Set<String> ALLOWED = Set.of(Role.PROCESS_SYNC);

  private final SubflowList subflows;
  private final ActionTemplates templates;
  private final CurrentActor currentActor;

  SubflowPages(SubflowList subflows, ActionTemplates templates, CurrentActor currentActor) {
    this.subflows = subflows;
    this.templates = templates;
    this.currentActor = currentActor;
  }

  @GetMapping("/console/subflows")
  String list(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean asPart,
      Model model) {
    requireRole();
    SubflowFilter filter = new SubflowFilter(name, kind);
    model.addAttribute("filter", filter);
    model.addAttribute("subflows", filter.of(subflows.all()));
    return asPart ? "subflows :: found" : "subflows";
  }

  @GetMapping("/console/subflows/{key}")
  String designer(@PathVariable String key, Model model) {
    requireRole();
    Subflow subflow =
        subflows
            .find(key)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "No subflow has the key '%s'. Flow Designer, Subflows lists them."
                            .formatted(key)));
    model.addAttribute("subflow", subflow);
    return "subflow";
  }

  /** What the modeler shows of each action. */
  @GetMapping(path = "/console/element-templates", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String elementTemplates() {
    requireRole();
    return templates.asJson();
  }

  private void requireRole() {
    if (!currentActor.get().hasAnyOf(ALLOWED)) {
      throw new AccessDenied(
          "Subflows are for users with the role %s or %s."
              .formatted(Role.PROCESS_SYNC, Role.ADMIN));
    }
  }
}
