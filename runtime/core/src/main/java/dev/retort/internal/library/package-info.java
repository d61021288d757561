/** What an application has to bring by itself; start with {@link dev.retort.internal.library.MissingLibrary}. */
@NullMarked
package dev.retort.internal.library;

import org.jspecify.annotations.NullMarked;
