package dev.retort.internal.authoring;

import dev.retort.LintRequest;
import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.RetortException;
import dev.retort.internal.configuration.CacheFolder;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfiguredLint;
import dev.retort.internal.configuration.Setting;
import dev.retort.internal.configuration.SettingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder with a project, as it is configured there.
 *
 * @param root what names in messages are relative to
 * @param folders with the migrations
 * @param target the schema file, or the folder of them; neither need be there
 */
record ProjectFolder(Path root, Configuration configuration, List<Path> folders, Path target) {

    static final String CONFIGURATION = "retort.toml";

    ProjectFolder {
        folders = List.copyOf(folders);
    }

    /**
     * Reads its configuration.
     *
     * @param request what was asked for on the command line, in whatever folder
     * @throws RetortException with all that is wrong with the configuration
     */
    static ProjectFolder of(Path root, SettingRequest request) {
        Configuration configuration = Configuration.resolve(
                new SettingRequest(request.flags(), request.file(), request.environment(), request.variables(), root));
        List<Path> folders = configuration.paths(Setting.MIGRATIONS).stream()
                .map(folder -> root.resolve(folder).normalize())
                .toList();
        return new ProjectFolder(
                root,
                configuration,
                folders,
                root.resolve(configuration.target()).normalize());
    }

    /** The folder whose project a file belongs to: the nearest with a configuration, going up to one of the folders that are open. */
    static Path rootOf(Path file, List<Path> open) {
        Path outermost = open.stream().filter(file::startsWith).findFirst().orElse(null);
        for (Path here = file.getParent(); here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve(CONFIGURATION)) || here.equals(outermost)) {
                return here;
            }
        }
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** Whether a file is one of the scripts of the chain. */
    boolean isRevision(Path file) {
        return file.toString().endsWith(".groovy") && folders.contains(file.getParent());
    }

    boolean isSchemaFile(Path file) {
        return file.toString().endsWith(".groovy") && file.startsWith(target);
    }

    LintRequest lint() {
        return ConfiguredLint.request(configuration);
    }

    /** @param unsaved texts of scripts that count before their files */
    Retort engine(Map<Path, String> unsaved, Map<String, String> variables) {
        RetortBuilder builder = Retort.configure().environment(variables);
        configuration.configure(builder);
        CacheFolder.of(variables).ifPresent(folder -> builder.scriptCache(folder.resolve("scripts")));
        return builder.home(root).unsaved(unsaved).build();
    }
}
