/**
 * Opens connections to the database that a project names, waits for its server, and backs it up. Start with {@link
 * dev.retort.internal.connect.Connections}.
 */
@NullMarked
package dev.retort.internal.connect;

import org.jspecify.annotations.NullMarked;
