/**
 * The fault program: two instances of two nodes each, nodes that are killed and paused, a network
 * that is cut; and the proof that delivery loses nothing, doubles nothing and keeps the order.
 */
@NullMarked
package dev.processsync.faults;

import org.jspecify.annotations.NullMarked;
