package dev.processsync.console.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that people come to after the login. */
@Controller
class HomeController {

  @GetMapping("/")
  String root() {
    return "redirect:/console";
  }

  @GetMapping("/console")
  String home() {
    return "home";
  }
}
