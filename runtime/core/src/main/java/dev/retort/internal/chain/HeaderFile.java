package dev.retort.internal.chain;

import dev.retort.internal.cache.CacheFile;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The headers of the scripts of one folder, in one file. A script is known by its name, its size, the time of its last
 * change and the file that it is; one that was changed a moment ago may change once more within the same tick of the clock,
 * and is not kept.
 */
final class HeaderFile implements KnownHeaders {

    private static final Duration TICK = Duration.ofSeconds(2);

    private final Path folder;
    private final String name;
    private final String identity;
    private final long settled = nanos(Instant.now().minus(TICK));
    private final Map<String, Entry> known = new HashMap<>();
    private final Map<String, Entry> current = new HashMap<>();
    private boolean changed;

    private HeaderFile(Path folder, String name, String identity) {
        this.folder = folder;
        this.name = name;
        this.identity = identity;
    }

    /** What a script is known by. */
    private record Mark(long size, long time, String key) {

        static Mark of(Path script) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(script, BasicFileAttributes.class);
            return new Mark(
                    attributes.size(),
                    nanos(attributes.lastModifiedTime().toInstant()),
                    String.valueOf(attributes.fileKey()));
        }

        /** Written out, for the JVM links the one that it generates slowly. */
        boolean is(Mark other) {
            return size == other.size && time == other.time && key.equals(other.key);
        }
    }

    private record Entry(Mark mark, String file, Header header, RevisionFile.Glance glance) {}

    /** What is kept in a folder of the scripts in another one. */
    static KnownHeaders in(Path folder, String build, Path scripts, UnaryOperator<String> names) {
        String place = scripts.toAbsolutePath().normalize().toString();
        HeaderFile file = new HeaderFile(folder, Integer.toHexString(place.hashCode()) + ".headers", build + place);
        file.read(names);
        return file;
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    @Override
    public Optional<RevisionFile> find(Path script) {
        String key = script.getFileName().toString();
        Entry entry = known.get(key);
        if (entry == null || mark(script).filter(entry.mark()::is).isEmpty()) {
            return Optional.empty();
        }
        current.put(key, entry);
        return Optional.of(RevisionFile.known(script, entry.file(), entry.header(), entry.glance()));
    }

    /** The mark is taken before the script is read, so that a later change is noticed. */
    @Override
    public RevisionFile add(Path script, Supplier<RevisionFile> reading) {
        Optional<Mark> mark = mark(script);
        RevisionFile read = reading.get();
        if (mark.isPresent() && mark.get().time() < settled) {
            String key = script.getFileName().toString();
            current.put(key, new Entry(mark.get(), read.file(), read.header(), read.glance()));
            changed = true;
        }
        return read;
    }

    private static Optional<Mark> mark(Path script) {
        try {
            return Optional.of(Mark.of(script));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep() {
        if (!changed) {
            return;
        }
        try {
            CacheFile.createFolder(folder);
            CacheFile.write(folder, name, written());
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // They are read again the next time.
        }
    }

    private void read(UnaryOperator<String> names) {
        try {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole));
            if (in.readLong() != CacheFile.checksum(whole, Long.BYTES)
                    || !in.readUTF().equals(identity)) {
                return;
            }
            for (int left = in.readInt(); left > 0; left--) {
                String key = in.readUTF();
                Mark mark = new Mark(in.readLong(), in.readLong(), in.readUTF());
                RevisionFile.Glance glance = new RevisionFile.Glance(in.readUTF(), in.readBoolean());
                String file = names.apply(key);
                known.put(key, new Entry(mark, file, HeaderData.read(in, file), glance));
            }
        } catch (IOException e) {
            known.clear();
        }
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        // Its checksum, when all of it is there.
        out.writeLong(0);
        out.writeUTF(identity);
        out.writeInt(current.size());
        for (Map.Entry<String, Entry> each : current.entrySet()) {
            Entry entry = each.getValue();
            out.writeUTF(each.getKey());
            out.writeLong(entry.mark().size());
            out.writeLong(entry.mark().time());
            out.writeUTF(entry.mark().key());
            out.writeUTF(entry.glance().checksum());
            out.writeBoolean(entry.glance().mayNameFiles());
            HeaderData.write(entry.header(), out);
        }
        byte[] whole = bytes.toByteArray();
        ByteBuffer.wrap(whole).putLong(CacheFile.checksum(whole, Long.BYTES));
        return whole;
    }
}
