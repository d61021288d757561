/**
 * Retort for applications: {@link dev.retort.Retort} runs migrations on a caller's database and reports what happened as
 * values.
 */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
