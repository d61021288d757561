package dev.retort.internal.run.online;

import dev.retort.Step;
import java.time.Duration;

/** A step that was run, and what it took; its rows are those that were written. */
public record DoneStep(Step step, Duration duration, int statements) {}
