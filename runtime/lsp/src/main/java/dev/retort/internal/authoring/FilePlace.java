package dev.retort.internal.authoring;

import java.nio.file.Path;

/** A part of a file, which need not be open. */
public record FilePlace(Path path, DocumentText text, Span span) {}
