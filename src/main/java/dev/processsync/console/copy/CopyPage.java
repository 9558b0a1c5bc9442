package dev.processsync.console.copy;

import dev.processsync.copy.CopyDecisions;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why this instance is held, and the answers that let it go on. */
@Controller
@RequestMapping("/console/copy-guard")
class CopyPage {

  private final CopyDecisions decisions;
  private final CurrentActor currentActor;

  CopyPage(CopyDecisions decisions, CurrentActor currentActor) {
    this.decisions = decisions;
    this.currentActor = currentActor;
  }

  @GetMapping
  String page(Model model) {
    Actor actor = currentActor.get();
    if (!actor.isAdmin()) {
      throw new AccessDenied(
          "The page Copy Guard takes the role admin; user '%s' lacks it."
              .formatted(actor.userName()));
    }
    model.addAttribute("objection", decisions.objection().orElse(""));
    return "copy-guard";
  }

  @PostMapping
  String answer(@RequestParam String answer) {
    decisions.answer(currentActor.get(), answer);
    return "redirect:/console/copy-guard";
  }
}
