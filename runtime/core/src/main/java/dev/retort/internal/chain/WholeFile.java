package dev.retort.internal.chain;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.UUID;

/**
 * Writes a text file that is there whole or not at all: into another file first, which then takes its name. On a disk
 * that is full, half a script would stop every command, and a script that is changed would be lost.
 */
public final class WholeFile {

    private final Path file;
    private final String name;

    /** @param name of the file, for people */
    public WholeFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Writes a file that was not there.
     *
     * @throws FileAlreadyExistsException where it is
     * @throws RetortException where it cannot be written
     */
    public void create(String text) throws FileAlreadyExistsException {
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            write(file, text, false);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e, "Nothing was written; type the same command again when that is corrected.");
        }
    }

    /**
     * Writes another text into a file; through a link, into the one it leads to.
     *
     * @throws RetortException where that cannot be done, and the file is as it was
     */
    public void replace(String text) {
        try {
            Path real = file.toRealPath();
            if (!Files.isWritable(real)) {
                throw new AccessDeniedException(real.toString());
            }
            write(real, text, true);
        } catch (IOException e) {
            throw failed(e, "The file is as it was; type the same command again when that is corrected.");
        }
    }

    private static void write(Path file, String text, boolean replace) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (replace) {
                keepPermissions(file, part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(part, file);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path file, Path part) throws IOException {
        PosixFileAttributeView there = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (there != null) {
            Files.setPosixFilePermissions(part, there.readAttributes().permissions());
        }
    }

    private RetortException failed(IOException failure, String hint) {
        return new RetortException(
                Kind.FAILED,
                List.of(Problem.at(Location.of(name), "The file cannot be written: " + reason(failure) + ".")
                        .withHint(hint)),
                failure);
    }

    /** What the system said, which an exception often says by its class alone. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        } else if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (failure instanceof FileSystemException system && system.getReason() != null) {
            return lowerFirst(system.getReason());
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : lowerFirst(failure.getMessage());
    }

    private static String lowerFirst(String words) {
        boolean word = words.length() > 1 && Character.isLowerCase(words.charAt(1));
        return word ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
    }
}
