/**
 * The command line: one class a command, each a thin client of {@link dev.retort.Retort}; start with
 * {@link dev.retort.cli.Main}.
 */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
