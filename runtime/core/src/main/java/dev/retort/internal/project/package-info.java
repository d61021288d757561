/**
 * The scripts of a project: read into a chain, compiled for a run, written, shown and changed. Start with {@link
 * dev.retort.internal.project.ChainReader} and {@link dev.retort.internal.project.Scripts}.
 */
@NullMarked
package dev.retort.internal.project;

import org.jspecify.annotations.NullMarked;
