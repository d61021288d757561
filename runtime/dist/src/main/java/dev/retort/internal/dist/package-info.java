/** Writes what an installation has beside the program; begin with {@link dev.retort.internal.dist.InstallationFiles}. */
@NullMarked
package dev.retort.internal.dist;

import org.jspecify.annotations.NullMarked;
