package dev.retort.internal.settings;

import dev.retort.internal.connect.BackupFile;
import java.util.Optional;

/**
 * What is copied before a database is changed.
 *
 * @param file that is wanted; empty where none is
 * @param program that writes and reads it; empty means the usual one
 */
public record BackupSettings(Optional<BackupFile> file, Optional<String> program) {}
