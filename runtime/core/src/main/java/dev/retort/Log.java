package dev.retort;

import java.util.List;

/**
 * What the history says.
 *
 * @param table it is in
 * @param exists whether there is such a table yet
 * @param entries the newest first
 */
public record Log(String table, boolean exists, List<LogEntry> entries) {}
