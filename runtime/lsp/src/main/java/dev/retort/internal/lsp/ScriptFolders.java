package dev.retort.internal.lsp;

import dev.retort.internal.authoring.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The folders that are open, and what changes in them. */
final class ScriptFolders implements WorkspaceService {

    private final Workbench workbench;
    private final Checks checks;
    private final List<Path> folders = new ArrayList<>();

    ScriptFolders(Workbench workbench, Checks checks) {
        this.workbench = workbench;
        this.checks = checks;
    }

    synchronized void open(List<Path> newFolders) {
        folders.clear();
        folders.addAll(newFolders);
        workbench.open(folders);
        checks.changed();
    }

    @Override
    public synchronized void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        Replies.note("The change of folders", () -> {
            List<Path> all = new ArrayList<>(folders);
            params.getEvent().getRemoved().forEach(folder -> all.remove(FileUris.path(folder.getUri())));
            params.getEvent().getAdded().forEach(folder -> {
                Path path = FileUris.path(folder.getUri());
                if (path != null) {
                    all.add(path);
                }
            });
            open(all);
        });
    }

    /** Everything that is configured is in files and variables; this asks for reading them again. */
    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        Replies.note("The change of settings", () -> {
            workbench.configure();
            checks.changed();
        });
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        Replies.note("The change of files", () -> {
            workbench.configure();
            checks.changed();
        });
    }
}
