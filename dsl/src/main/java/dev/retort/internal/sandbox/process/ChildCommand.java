package dev.retort.internal.sandbox.process;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.sandbox.PackedGroovy;
import dev.retort.internal.script.Migration;
import groovy.lang.GroovyObject;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** The command line that starts the process of the scripts, with all its limits. */
final class ChildCommand {

    /** One class of each library that the compiler of scripts needs. */
    private static final List<String> LIBRARIES = List.of(
            "org.objectweb.asm.ClassReader",
            "org.objectweb.asm.tree.ClassNode",
            "com.fasterxml.jackson.core.JsonFactory",
            "org.jspecify.annotations.Nullable");

    private static final String HEAP = "-Xmx512m";

    /**
     * No dump of its memory, no file written, 256 files open, an hour of the processor for a whole run, and 4 GiB of
     * address space for the heap, the classes, the code and the stacks. What the system does not know, it refuses, and the rest holds.
     */
    private static final List<String> LIMITS = List.of("-c 0", "-f 0", "-n 256", "-t 3600", "-v 4194304");

    /** All of the environment: without it Java would not find a class path with an "ü" in it. */
    private static final String LOCALE = "LC_ALL=C.UTF-8";

    private static final Path SHELL = Path.of("/bin/sh");

    private final Path folder;

    /** @param folder to work in; empty */
    ChildCommand(Path folder) {
        this.folder = folder;
    }

    /** @throws RetortException where what is to be started cannot be found */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            StringBuilder limits = new StringBuilder();
            LIMITS.forEach(limit -> limits.append("ulimit ").append(limit).append(" 2>/dev/null; "));
            words.addAll(List.of(SHELL.toString(), "-c", limits + "exec env -i " + LOCALE + " \"$@\"", "retort"));
        }
        words.add(java().toString());
        words.addAll(List.of(
                HEAP,
                "-XX:MaxMetaspaceSize=256m",
                "-XX:CompressedClassSpaceSize=128m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
                "-Xshare:auto"));
        words.addAll(sameAsHere());
        words.addAll(List.of("-cp", classPath(), ScriptChild.class.getName()));
        return words;
    }

    /** What the results of a script can depend on. */
    private List<String> sameAsHere() {
        Locale locale = Locale.getDefault();
        return List.of(
                "-Dfile.encoding=" + Charset.defaultCharset().name(),
                "-Duser.timezone=" + TimeZone.getDefault().getID(),
                "-Duser.language=" + locale.getLanguage(),
                "-Duser.country=" + locale.getCountry(),
                "-Duser.script=" + locale.getScript(),
                "-Duser.variant=" + locale.getVariant(),
                "-Duser.home=" + folder,
                "-Djava.io.tmpdir=" + folder);
    }

    private static Path java() {
        String name = File.separatorChar == '/' ? "java" : "java.exe";
        Path java = Path.of(System.getProperty("java.home"), "bin", name);
        if (!Files.isExecutable(java)) {
            throw impossible("there is no " + java, "Run Retort on a whole Java, or set sandbox = \"thread\".");
        }
        return java;
    }

    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        places.add(place(Migration.class));
        // That of the application may be another one than the language is of.
        places.add(PackedGroovy.file().map(Path::toString).orElseGet(() -> place(GroovyObject.class)));
        for (String library : LIBRARIES) {
            try {
                places.add(place(Class.forName(library, false, ChildCommand.class.getClassLoader())));
            } catch (ClassNotFoundException e) {
                throw impossible("the class " + library + " is not on the class path", "Add its library.");
            }
        }
        return String.join(File.pathSeparator, places);
    }

    /** The file or folder that a class was loaded from. */
    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        String where = source == null ? "nowhere" : String.valueOf(source.getLocation());
        try {
            if (source != null) {
                URI location = source.getLocation().toURI();
                if ("file".equals(location.getScheme()) && Files.exists(Path.of(location))) {
                    return Path.of(location).toString();
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Reported below, with the place as it is.
        }
        throw impossible(
                type.getName() + " comes from " + where + ", which is no file and no folder",
                "A program whose libraries are packed into one file cannot start it: unpack them, or set sandbox ="
                        + " \"thread\".");
    }

    private static RetortException impossible(String why, String hint) {
        return new RetortException(
                Kind.FAILED,
                Problem.of("The process of the scripts cannot be started: " + why + ".")
                        .withHint(hint));
    }
}
