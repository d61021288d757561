/**
 * What a database remembers of its migrations: the rows of the version table, the history, and the lock that keeps
 * runners apart. Start with {@link dev.retort.version.VersionTable}.
 */
@NullMarked
package dev.retort.version;

import org.jspecify.annotations.NullMarked;
