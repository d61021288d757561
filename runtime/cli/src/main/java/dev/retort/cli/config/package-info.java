/**
 * Where settings come from: flags, variables, {@code retort.toml}, defaults; start with
 * {@link dev.retort.cli.config.Configuration}.
 */
@NullMarked
package dev.retort.cli.config;

import org.jspecify.annotations.NullMarked;
