package dev.processsync.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's method, or on all of a controller: a parameter that it doesn't know, or that is
 * given twice, is refused. So is an {@code &} that was meant as text and cuts a query short; for
 * what acts on, or exports, all that a query means.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyKnownParameters {

  /** Those that it takes beside the ones which its methods name one by one. */
  String[] value() default {};
}
