/**
 * The subflows of this instance: templates, copies, drafts, versions. A draft is a row of ours;
 * what is published is what the engine has deployed, by whichever way.
 */
@NullMarked
package dev.processsync.designer.catalogue;

import org.jspecify.annotations.NullMarked;
