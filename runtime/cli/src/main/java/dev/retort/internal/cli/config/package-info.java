/**
 * Where settings come from: flags, variables, {@code retort.toml}, defaults; start with
 * {@link dev.retort.internal.cli.config.Configuration}.
 */
@NullMarked
package dev.retort.internal.cli.config;

import org.jspecify.annotations.NullMarked;
