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
record Timed(double wall, double processor) {

    static final Timed NOTHING = new Timed(0, 0);

    private static final String FORMAT = "TIMEFORMAT='%R %U %S'; time \"$0\" \"$@\"";

    /** Runs a program to its end; one that fails ends all. */
    static Timed of(Path folder, List<String> command) throws IOException, InterruptedException {
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
            throw new IOException(command + " ended with " + exit + ":\n" + String.join("\n", lines));
        }
        String[] numbers = lines.get(lines.size() - 1).split(" ", -1);
        return new Timed(seconds(numbers[0]), seconds(numbers[1]) + seconds(numbers[2]));
    }

    Timed minus(Timed other) {
        return new Timed(wall - other.wall, processor - other.processor);
    }

    private static double seconds(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
