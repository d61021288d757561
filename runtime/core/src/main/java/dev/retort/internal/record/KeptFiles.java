package dev.retort.internal.record;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The files of a script as the history keeps them: deflated by themselves, after the deflated script. */
final class KeptFiles {

    private static final int NOT_KEPT = -1;

    private KeptFiles() {}

    static void write(List<KeptFile> files, OutputStream out) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        DeflaterOutputStream deflater = new DeflaterOutputStream(out);
        DataOutputStream data = new DataOutputStream(deflater);
        data.writeInt(files.size());
        for (KeptFile file : files) {
            data.writeUTF(file.name());
            data.writeUTF(file.meaning());
            byte[] text = file.text() == null ? null : file.text().getBytes(StandardCharsets.UTF_8);
            data.writeInt(text == null ? NOT_KEPT : text.length);
            if (text != null) {
                data.write(text);
            }
        }
        data.flush();
        deflater.finish();
    }

    /** None where there are none, or what is there is damaged. */
    static List<KeptFile> read(byte[] row) {
        try {
            int start = row.length - afterScript(row);
            return start == row.length ? List.of() : read(row, start);
        } catch (IOException | DataFormatException e) {
            return List.of();
        }
    }

    private static List<KeptFile> read(byte[] row, int start) throws IOException {
        List<KeptFile> files = new ArrayList<>();
        try (DataInputStream data = new DataInputStream(
                new InflaterInputStream(new ByteArrayInputStream(row, start, row.length - start)))) {
            for (int left = data.readInt(); left > 0; left--) {
                String name = data.readUTF();
                String meaning = data.readUTF();
                int length = data.readInt();
                String text = length == NOT_KEPT ? null : new String(data.readNBytes(length), StandardCharsets.UTF_8);
                files.add(new KeptFile(name, meaning, text));
            }
        }
        return files;
    }

    /** How many bytes come after the script. */
    private static int afterScript(byte[] row) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(row);
            byte[] passed = new byte[1 << 13];
            while (!inflater.finished()) {
                if (inflater.inflate(passed) == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return 0;
                }
            }
            return inflater.getRemaining();
        } finally {
            inflater.end();
        }
    }
}
