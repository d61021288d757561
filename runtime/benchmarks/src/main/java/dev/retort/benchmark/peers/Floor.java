package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Below what no program of the JVM can be: one that prints a word, and one that reads a row by the same driver. Both have the
 * options of Retort's launcher, and the second one its own class-data archive and SQLite's library unpacked, as Retort has.
 */
final class Floor {

    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xlog:disable");
    private static final String QUERY = "SELECT version_num FROM retort_version";

    private final Java java;
    private final Path folder;
    private final Database database;
    private final Path jar;
    private final Path archive;
    private final Class<?> driver;

    /** @param driver of the database */
    Floor(Java java, Path folder, Database database, Class<?> driver) {
        this.java = java;
        this.folder = folder;
        this.database = database;
        this.driver = driver;
        this.jar = folder.resolve("floor.jar");
        this.archive = folder.resolve("floor.jsa");
    }

    /** Makes all ready; the database must have been upgraded by Retort. */
    List<Side> sides() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        pack();
        unpackLibrary();
        train();
        List<String> hello = start();
        hello.addAll(List.of("-cp", jar.toString(), Hello.class.getName()));
        List<String> row = start();
        row.add((java.release() >= 25 ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        row.addAll(oneRow());
        return List.of(
                new Side("A JVM that prints hello", folder, Side.Action.NONE, hello, Side.Action.NONE),
                new Side("A JVM that reads one row", folder, Side.Action.NONE, row, Side.Action.NONE));
    }

    /** Only what is in a jar can be archived. */
    private void pack() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, OneRow.class.getName());
        main.put(Attributes.Name.CLASS_PATH, copyDriver());
        main.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(Hello.class, OneRow.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                copy("/" + name, entries);
            }
        }
    }

    /** Classes from a jar that the manifest names by a whole URL are not archived. */
    private String copyDriver() throws IOException {
        Path origin = Path.of(URI.create(
                driver.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path copy = folder.resolve("driver.jar");
        Files.copy(origin, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy.getFileName().toString();
    }

    private void unpackLibrary() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (OutputStream library = Files.newOutputStream(folder.resolve(name))) {
            copy(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name, library);
        }
    }

    private static void copy(String resource, OutputStream to) throws IOException {
        try (InputStream from = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (from == null) {
                throw new IllegalStateException(resource);
            }
            from.transferTo(to);
        }
    }

    /** In the same way as the launcher. */
    private void train() throws IOException, InterruptedException {
        if (java.release() >= 25) {
            List<String> record = start();
            record.add("-XX:AOTCacheOutput=" + archive);
            record.addAll(oneRow());
            Timed.of(folder, record);
            return;
        }
        Path classes = folder.resolve("floor.classes");
        List<String> list = start();
        list.addAll(List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes));
        list.addAll(oneRow());
        Timed.of(folder, list);
        Timed.of(
                folder,
                List.of(
                        java.program(),
                        "-XX:+UseG1GC",
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        jar.toString()));
    }

    private List<String> start() {
        List<String> command = new ArrayList<>(List.of(java.program()));
        command.addAll(OPTIONS);
        return command;
    }

    private List<String> oneRow() {
        return List.of(
                "-Dorg.sqlite.lib.path=" + folder, "-jar", jar.toString(), driver.getName(), database.jdbcUrl(), QUERY);
    }
}
