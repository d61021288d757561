/**
 * Where settings come from: flags, variables, {@code retort.toml}, defaults; start with
 * {@link dev.retort.internal.configuration.Configuration}.
 */
@NullMarked
package dev.retort.internal.configuration;

import org.jspecify.annotations.NullMarked;
