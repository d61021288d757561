package dev.retort.internal.sandbox;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Groovy of the library {@code retort-groovy}, for applications that have another one: in its jar it is a file, so that no
 * class of it is on the class path. The process of the scripts takes it.
 */
public final class PackedGroovy {

    private static final String RESOURCE = "META-INF/retort/groovy.jar";

    /** Unpacked for the first process of scripts. */
    private static @Nullable Path unpacked;

    private PackedGroovy() {}

    /** Whether scripts can be run in a process of their own only, and can be there. */
    public static boolean isNeeded() {
        return !GroovyVersion.isRight() && PackedGroovy.class.getClassLoader().getResource(RESOURCE) != null;
    }

    /** The jar; empty where the library is not there. */
    public static synchronized Optional<Path> file() {
        Path known = unpacked;
        if (known != null && Files.exists(known)) {
            return Optional.of(known);
        }
        try (InputStream packed = PackedGroovy.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (packed == null) {
                return Optional.empty();
            }
            Path file = Files.createTempFile("retort-groovy", ".jar");
            file.toFile().deleteOnExit();
            Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
            unpacked = file;
            return Optional.of(file);
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of(
                            "There is no room to unpack the Groovy of the scripts: " + e.getMessage() + ".")),
                    e);
        }
    }
}
