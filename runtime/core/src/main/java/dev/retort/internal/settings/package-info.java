/** What a {@link dev.retort.Retort} was configured with. */
@NullMarked
package dev.retort.internal.settings;

import org.jspecify.annotations.NullMarked;
