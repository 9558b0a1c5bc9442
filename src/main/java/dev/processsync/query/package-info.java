/**
 * The encoded query: one language, read once, evaluated alike in SQL and in memory.
 *
 * <p>What both evaluations agree on:
 *
 * <ul>
 *   <li>{@code ""} and nothing are one value, <em>empty</em>. {@code field=} asks for empty, {@code
 *       field!=} for not empty, and two empty fields are the same ({@code SAMEAS}).
 *   <li>A dot-walk through an empty or dangling reference is empty.
 *   <li>Negative operators ({@code !=}, {@code NOT IN}, {@code NOT LIKE}, {@code NSAMEAS}) hold for
 *       every record for which the positive one does not, so they include empty values.
 *   <li>{@code STRING} and {@code TEXT} compare without regard to case, by code point and not by
 *       language, and {@code =}, {@code !=}, {@code IN} and {@code NOT IN} without blanks around
 *       them; every other type exactly. Letters beyond ASCII fold if PostgreSQL's database has a
 *       UTF-8 locale.
 *   <li>An empty {@code BOOLEAN} counts as false for every operator but those that ask for empty,
 *       and in order.
 *   <li>A {@code REFERENCE} equals a {@code sys_id}. What reads text ({@code LIKE}, {@code
 *       STARTSWITH}, {@code ENDSWITH}) and {@code ORDERBY} look at its display value.
 *   <li>A bare date stands for its whole day: {@code =} on it, {@code >} after it, {@code <=} to
 *       its end.
 *   <li>{@code javascript:gs.…} operands are a fixed list of names for moments, never evaluated.
 *   <li>Order: empty first ({@code ORDERBYDESC}: last); equals by {@code sys_id}, so pages never
 *       overlap.
 * </ul>
 */
@ApplicationModule(allowedDependencies = {"dictionary", "problem", "support"})
@NullMarked
package dev.processsync.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
