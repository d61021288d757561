package dev.retort.internal.dist;

import dev.retort.internal.cli.CommandTree;
import dev.retort.internal.cli.completion.Shell;
import dev.retort.internal.configuration.ConfigurationSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;

/** Run by the build: manual pages, completions, licences of the libraries and the native libraries of SQLite's driver. */
public final class InstallationFiles {

    /** Of the header of gzip: how well it was compressed, which Java leaves empty. */
    private static final int EXTRA_FLAGS = 8;

    private static final byte BEST_COMPRESSION = 2;

    private final Path target;

    private InstallationFiles(Path target) {
        this.target = target;
    }

    /**
     * Writes all of it.
     *
     * @param args where to write to; the folder of jars; that of texts of licences which no jar has; the version; its date; Debian's changelog
     */
    public static void main(String[] args) throws IOException {
        InstallationFiles files = new InstallationFiles(Path.of(args[0]));
        Path jars = Path.of(args[1]);
        files.manual(args[3], args[4]);
        files.completions();
        Path changelog = Path.of(args[5]);
        compress(Files.readString(changelog), changelog.resolveSibling("changelog.gz"));
        JarContents.licences(jars, files.target.resolve("licenses"));
        JarContents.copy(Path.of(args[2]), files.target.resolve("licenses"));
        JarContents.nativeLibraries(jars, files.target.resolve("native"));
    }

    private void manual(String version, String date) throws IOException {
        CommandLine root = CommandTree.create();
        write("share/man/man1/retort.1", ManPage.of(root, version, date).text());
        for (CommandLine command : root.getSubcommands().values()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                String name = command.getCommandSpec().qualifiedName("-");
                write(
                        "share/man/man1/" + name + ".1",
                        ManPage.of(command, version, date).text());
            }
        }
    }

    private void completions() throws IOException {
        write("share/retort/retort.schema.json", ConfigurationSchema.text());
        write("share/bash-completion/completions/retort", Shell.BASH.script(CommandTree.create()));
        write("share/zsh/site-functions/_retort", Shell.ZSH.script(CommandTree.create()));
        write("share/fish/vendor_completions.d/retort.fish", Shell.FISH.script(CommandTree.create()));
    }

    /** As it is, and compressed as Debian wants pages to be. */
    private void write(String name, String text) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        if (name.endsWith(".1")) {
            compress(text, target.resolve("compressed").resolve(file.getFileName() + ".gz"));
        }
    }

    private static void compress(String text, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, compressed(text));
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new Gzip(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] compressed = bytes.toByteArray();
        compressed[EXTRA_FLAGS] = BEST_COMPRESSION;
        return compressed;
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
