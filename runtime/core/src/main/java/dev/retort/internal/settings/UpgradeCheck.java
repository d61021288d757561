package dev.retort.internal.settings;

import dev.retort.LintRequest;

/**
 * What is looked for in the revisions of an upgrade before it begins.
 *
 * @param refuse where an error is found; otherwise it is logged
 */
public record UpgradeCheck(LintRequest request, boolean refuse) {}
