/**
 * The command line: one class a command, each a thin client of {@link dev.retort.Retort}; start with
 * {@link dev.retort.internal.cli.Main}.
 */
@NullMarked
package dev.retort.internal.cli;

import org.jspecify.annotations.NullMarked;
