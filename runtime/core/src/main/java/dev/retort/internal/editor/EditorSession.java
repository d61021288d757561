package dev.retort.internal.editor;

import dev.retort.internal.configuration.SettingRequest;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * One editor that is served.
 *
 * @param in what it sends
 * @param out what it reads; nothing else may be written there
 * @param request what the command line asks for; of its working directory, each folder of the editor takes the place
 * @param pages the address of the page about the code of a finding; empty where no site of the documentation is known
 */
public record EditorSession(
        InputStream in, OutputStream out, SettingRequest request, Function<String, Optional<String>> pages) {}
