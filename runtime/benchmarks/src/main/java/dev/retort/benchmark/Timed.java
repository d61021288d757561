package dev.retort.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process took, its own children included, but not a server.
 *
 * @param wall seconds that went by
 * @param processor seconds of the processor
 */
public record Timed(double wall, double processor) {

    static final Timed NOTHING = new Timed(0, 0);

    private static final String FORMAT = "TIMEFORMAT='%R %U %S'; time \"$0\" \"$@\"";

    /** Runs a program to its end; one that fails ends all. */
    public static Timed of(Path folder, List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", FORMAT));
        timed.addAll(command);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        if (exit != 0) {
            throw new Failed(command, exit, lines);
        }
        String[] numbers = lines.get(lines.size() - 1).split(" ", -1);
        return new Timed(seconds(numbers[0]), seconds(numbers[1]) + seconds(numbers[2]));
    }

    /** A program that ended with another code than 0. */
    public static final class Failed extends IOException {

        private final String reason;

        private Failed(List<String> command, int exit, List<String> lines) {
            super(command + " ended with " + exit + ":\n" + String.join("\n", lines));
            // The last line has the times.
            String last = lines.size() < 2 ? "" : lines.get(lines.size() - 2);
            String first = lines.stream()
                    .filter(line -> line.contains("rror") || line.contains("xception"))
                    .filter(line -> !line.startsWith("Traceback"))
                    .findFirst()
                    .orElse(last);
            reason = "exit code " + exit + ": " + first.strip();
        }

        /** In one line, without the command. */
        public String reason() {
            return reason;
        }
    }

    Timed minus(Timed other) {
        return new Timed(wall - other.wall, processor - other.processor);
    }

    private static double seconds(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
