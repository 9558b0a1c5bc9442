package dev.processsync.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of pages in a real browser; its methods take {@link People} as a parameter. On a machine
 * without Chromium it is skipped and says so; with {@code REQUIRE_ALL_TESTS} in the environment, as
 * where changes are checked before they are merged, it fails. After each test, whatever a browser
 * complained of (a script that threw, a part of a page that is missing, something that the security
 * policy forbids) fails it, unless the test {@linkplain Person#expectsComplaint expected it}; after
 * a failed one, {@code target/browser} has a picture of each page.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PeopleExtension.class)
@Tag("browser")
public @interface BrowserTest {}
