package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a program printed. */
record Output(int exit, List<String> lines) {

    static Output of(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text.lines().toList());
    }

    String lastLine() throws IOException {
        if (exit != 0 || lines.isEmpty()) {
            throw new IOException("exit code " + exit + ": " + String.join("\n", lines));
        }
        return lines.get(lines.size() - 1).strip();
    }

    /** The value of a line such as {@code key = value}. */
    String valueOf(String key) throws IOException {
        for (String line : lines) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equals(key)) {
                return parts[1].strip();
            }
        }
        throw new IOException("no " + key + " in: " + String.join("\n", lines));
    }
}
