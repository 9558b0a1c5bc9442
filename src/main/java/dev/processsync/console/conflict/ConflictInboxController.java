package dev.processsync.console.conflict;

import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conflict inbox. It is a form without scripts: whatever the browser, it works. */
@Controller
@RequestMapping("/console/conflicts")
class ConflictInboxController {

  private final ConflictInbox inbox;
  private final CurrentActor currentActor;

  ConflictInboxController(ConflictInbox inbox, CurrentActor currentActor) {
    this.inbox = inbox;
    this.currentActor = currentActor;
  }

  /**
   * @param record a sys_id; empty for all records
   */
  @GetMapping
  String inbox(@RequestParam(defaultValue = "") String record, Model model) {
    return show(record, model);
  }

  @PostMapping
  String decide(
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    String only = form.getOrDefault("only", "");
    List<Choice> choices = Choice.of(form);
    if (choices.isEmpty()) {
      return refused(
          only, "Nothing was chosen: choose a value for at least one field.", model, response);
    }
    try {
      inbox.decide(currentActor.get(), choices);
    } catch (InvalidRecord | NoSuchRecord problem) {
      return refused(only, String.valueOf(problem.getMessage()), model, response);
    }
    told.addFlashAttribute("decided", choices.size());
    told.addAttribute("record", only);
    return "redirect:/console/conflicts";
  }

  /** For the page of a record: how many wait; nothing for those who may not decide. */
  @GetMapping("/of/{record}")
  String badge(@PathVariable String record, Model model) {
    Actor actor = currentActor.get();
    model.addAttribute("open", inbox.mayDecide(actor) ? inbox.count(actor, record) : 0L);
    model.addAttribute("record", record);
    return "conflicts :: badge";
  }

  private String refused(String only, String reason, Model model, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    model.addAttribute("refused", reason + " Nothing was changed.");
    return show(only, model);
  }

  private String show(String record, Model model) {
    Actor actor = currentActor.get();
    if (!inbox.mayDecide(actor)) {
      throw new AccessDenied(
          "User '%s' may not decide about conflicts: that takes the role ih_process_sync."
              .formatted(actor.userName()));
    }
    long open = inbox.count(actor, record);
    model.addAttribute("opened", inbox.of(actor, record));
    model.addAttribute("only", record);
    model.addAttribute("open", open);
    model.addAttribute("hasMore", open > ConflictInbox.MOST);
    return "conflicts";
  }
}
