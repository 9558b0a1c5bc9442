package dev.processsync.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its {@link People}, and fails one whose browsers complained. */
final class PeopleExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace OURS = Namespace.create(PeopleExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    if (Chromium.program().isPresent()) {
      return;
    }
    String what = "Chromium is not installed, so the console's pages are not tested in a browser";
    if (System.getenv("REQUIRE_ALL_TESTS") == null) {
      abort("Skipped: " + what);
    } else {
      fail(what);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == People.class;
  }

  @Override
  public People resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent("people", key -> new People(Chromium.ofAllTests()), People.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    People people = context.getStore(OURS).get("people", People.class);
    if (people == null) {
      return;
    }
    try {
      List<String> complaints = people.complaints();
      context
          .getExecutionException()
          .ifPresentOrElse(
              failure -> {
                failure.addSuppressed(new AssertionError("The browser complained: " + complaints));
                people.picture(
                    context.getRequiredTestClass().getSimpleName()
                        + "-"
                        + context.getRequiredTestMethod().getName());
              },
              () -> assertThat(complaints).as("what the browser complained of").isEmpty());
    } finally {
      people.leave();
    }
  }
}
