package dev.retort.internal.lsp;

import java.time.Duration;

/**
 * How long nothing is typed before something is checked.
 *
 * @param script a script by itself and in its place
 * @param chain all scripts together
 */
record Pauses(Duration script, Duration chain) {

    static final Pauses USUAL = new Pauses(Duration.ofMillis(200), Duration.ofSeconds(1));
}
