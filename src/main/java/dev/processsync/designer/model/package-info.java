/** A subflow as the designer changes it: reading, writing and comparing models. */
@NullMarked
package dev.processsync.designer.model;

import org.jspecify.annotations.NullMarked;
