package dev.retort.execute;

import dev.retort.graph.Step;
import java.time.Duration;

/** A step that was run, and what it took; its rows are those that were written. */
public record DoneStep(Step step, Duration duration, int statements) {}
