/** What is told to a user who can do something about it; start with {@link dev.retort.error.RetortException}. */
@NullMarked
package dev.retort.error;

import org.jspecify.annotations.NullMarked;
