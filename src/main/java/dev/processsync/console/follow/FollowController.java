package dev.processsync.console.follow;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Parts of a record's page: what was exchanged with remote systems. */
@Controller
@RequestMapping("/console/follow")
class FollowController {

  private static final int PAGE = 20;

  /** A part that is looked at again has what came meanwhile, too. */
  private static final int LONGEST = 200;

  private final CurrentActor currentActor;
  private final Timelines timelines;
  private final WhyNotSynced whyNot;
  private final EntryPayloads payloads;
  private final Dictionary dictionary;

  FollowController(
      CurrentActor currentActor,
      Timelines timelines,
      WhyNotSynced whyNot,
      EntryPayloads payloads,
      Dictionary dictionary) {
    this.currentActor = currentActor;
    this.timelines = timelines;
    this.whyNot = whyNot;
    this.payloads = payloads;
    this.dictionary = dictionary;
  }

  @GetMapping("/{table}/{sysId}")
  String follow(@PathVariable String table, @PathVariable String sysId, Model model) {
    Actor actor = currentActor.get();
    if (!timelines.mayFollow(actor)) {
      return "follow :: nothing"; // it is part of a page that the user may see
    }
    Timeline timeline = show(model, actor, table, sysId, 0, Long.MAX_VALUE, PAGE);
    model.addAttribute("reasons", timeline.isEmpty() ? whyNot.of(actor, table) : List.of());
    return "follow :: follow";
  }

  /**
   * The newest part again.
   *
   * @param from the sequence of the last that is shown
   */
  @GetMapping("/{table}/{sysId}/newest")
  String newest(
      @PathVariable String table,
      @PathVariable String sysId,
      @RequestParam long from,
      Model model) {
    show(model, currentActor.get(), table, sysId, from, Long.MAX_VALUE, LONGEST);
    return "follow :: newest";
  }

  /**
   * @param before the sequence of the last that is shown
   */
  @GetMapping("/{table}/{sysId}/older")
  String older(
      @PathVariable String table,
      @PathVariable String sysId,
      @RequestParam long before,
      Model model) {
    show(model, currentActor.get(), table, sysId, 0, before, PAGE);
    return "follow :: older";
  }

  @GetMapping("/payload/{queue}/{entry}")
  String payload(@PathVariable String queue, @PathVariable String entry, Model model) {
    model.addAttribute("payload", payloads.of(currentActor.get(), queue, entry));
    return "follow :: payload";
  }

  private Timeline show(
      Model model, Actor actor, String table, String sysId, long from, long before, int limit) {
    Timeline timeline = timelines.of(actor, table, sysId, from, before, limit);
    model.addAttribute("timeline", timeline);
    model.addAttribute("table", table);
    model.addAttribute("sysId", sysId);
    model.addAttribute("label", dictionary.require(table).label());
    return timeline;
  }
}
