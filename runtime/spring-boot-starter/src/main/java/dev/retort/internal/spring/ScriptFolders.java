package dev.retort.internal.spring;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Where the scripts are. What is in a jar is copied to a folder of its own, which is deleted when the context closes: the
 * engine reads files, and reads them again whenever it is asked.
 */
final class ScriptFolders implements DisposableBean {

    private static final String CLASSPATH = "classpath:";

    private final ResourcePatternResolver resources;
    private final Map<Path, String> origins = new HashMap<>();
    private @Nullable Path copies;

    ScriptFolders(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /**
     * @param locations files, or folders of the class path
     * @throws RetortException of the kind USAGE where there is no such folder on the class path
     */
    List<Path> of(List<String> locations) {
        List<Path> folders = new ArrayList<>();
        for (String location : locations) {
            folders.addAll(location.startsWith(CLASSPATH) ? ofClasspath(location) : List.of(ofFile(location)));
        }
        return folders;
    }

    /** Whether a folder of the class path has a script. */
    boolean hasScripts(String location) {
        try {
            return resources.getResources("classpath*:" + folder(location) + "/*.groovy").length > 0;
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED, List.of(Problem.of("The class path cannot be read: " + e.getMessage() + ".")), e);
        }
    }

    private static String folder(String location) {
        return location.substring(CLASSPATH.length()).replaceAll("^/+|/+$", "");
    }

    /** What file names in messages are relative to, where all scripts are copies; null where they are not. */
    @Nullable
    Path home(List<Path> folders) {
        Path home = copies;
        return home != null && folders.stream().allMatch(folder -> folder.startsWith(home)) ? home : null;
    }

    private static Path ofFile(String location) {
        return Path.of(location.startsWith("file:") ? location.substring("file:".length()) : location);
    }

    private Set<Path> ofClasspath(String location) {
        String folder = folder(location);
        try {
            Set<Path> found = new LinkedHashSet<>();
            boolean packed = false;
            for (Resource root : resources.getResources("classpath*:" + folder + "/")) {
                if (root.isFile()) {
                    found.add(root.getFile().toPath());
                } else {
                    packed = true;
                }
            }
            if (packed) {
                found.addAll(copied(folder));
            }
            if (found.isEmpty()) {
                throw new RetortException(
                        Kind.USAGE,
                        Problem.of("There is no folder " + folder + " on the class path.")
                                .withHint("Put the scripts into src/main/resources/" + folder
                                        + ", or name their folder as retort.migrations."));
            }
            return found;
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("The scripts of " + location + " cannot be copied to a temporary folder: "
                                    + e.getMessage() + ".")
                            .withHint("Let java.io.tmpdir be a folder that can be written to, or name a folder of files"
                                    + " as retort.migrations.")),
                    e);
        }
    }

    private Set<Path> copied(String folder) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        for (Resource resource : resources.getResources("classpath*:" + folder + "/**")) {
            String name = nameBelow(folder, resource);
            if (!resource.isFile() && name != null) {
                Path root = copies().resolve(folder).normalize();
                copy(resource, root, root.resolve(name).normalize());
                found.add(root);
            }
        }
        return found;
    }

    private Path copies() throws IOException {
        if (copies == null) {
            copies = Files.createTempDirectory("retort-scripts");
        }
        return copies;
    }

    /** Several databases may have the same scripts, and a folder may be within another: what is there is not copied again. */
    private void copy(Resource resource, Path root, Path file) throws IOException {
        if (!root.startsWith(copies()) || !file.startsWith(root)) {
            throw new IOException(file + " is outside of " + root);
        }
        String origin = resource.getURI().toString();
        String other = origins.putIfAbsent(file, origin);
        if (other == null) {
            Files.createDirectories(file.getParent());
            try (InputStream in = resource.getInputStream()) {
                Files.copy(in, file);
            }
        } else if (!other.equals(origin)) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("Two libraries have " + copies().relativize(file) + ": " + other + " and " + origin
                                    + ".")
                            .withHint("Rename one, or give each library a folder of its own, and name both as"
                                    + " retort.migrations."));
        }
    }

    /** Null for what is a folder itself. */
    private static @Nullable String nameBelow(String folder, Resource resource) throws IOException {
        String path = resource.getURI().toString();
        int at = path.lastIndexOf("/" + folder + "/");
        String name = at < 0 ? "" : path.substring(at + folder.length() + 2);
        return name.isEmpty() || name.endsWith("/") ? null : name;
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(copies);
    }
}
