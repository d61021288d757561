/** What is reported to a user who can do something about it; start with {@link dev.retort.RetortException}. */
@NullMarked
package dev.retort.internal.error;

import org.jspecify.annotations.NullMarked;
