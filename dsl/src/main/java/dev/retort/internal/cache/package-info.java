/** What is kept on disk from one process to the next, and may vanish at any time. */
@NullMarked
package dev.retort.internal.cache;

import org.jspecify.annotations.NullMarked;
