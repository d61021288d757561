package dev.retort.internal.editor;

import dev.retort.internal.configuration.SettingRequest;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One editor that is served.
 *
 * @param in what it sends
 * @param out what it reads; nothing else may be written there
 * @param request what the command line asks for; of its working directory, each folder of the editor takes the place
 */
public record EditorSession(InputStream in, OutputStream out, SettingRequest request) {}
