package dev.processsync.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Those who sit at browsers in one test, each with a session of their own. */
public final class People {

  private final Browser browser;
  private final List<Person> all = new ArrayList<>();

  People(Browser browser) {
    this.browser = browser;
  }

  /** Somebody in front of an instance of this machine, not logged in yet. */
  public Person at(int port) {
    return at("http://localhost:" + port);
  }

  /**
   * @param url of the instance, without a slash at its end
   */
  public Person at(String url) {
    Person person = new Person(browser, url);
    all.add(person);
    return person;
  }

  List<String> complaints() {
    return all.stream().flatMap(person -> person.complaints().stream()).toList();
  }

  void picture(String name) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).picture(Path.of("target/browser", name + "-" + i + ".png"));
    }
  }

  void leave() {
    all.forEach(Person::leave);
  }
}
