/** The public interface of Retort. What a user can act on comes as a {@link dev.retort.RetortException}. */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
