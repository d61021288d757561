package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's editor. */
final class Editor {

    private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "vi", "code");

    private final ProcessContext process;

    Editor(ProcessContext process) {
        this.process = process;
    }

    void open(List<Path> files) {
        String editor = command()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.FAILED,
                        Problem.of("No editor was found.").withHint("Type: export EDITOR=…")));
        int exit = run(editor, files);
        if (exit != 0) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    Problem.of("The editor \"" + editor + "\" ended with " + exit + ".")
                            .withHint("Check the variable EDITOR."));
        }
    }

    Optional<String> command() {
        Map<String, String> environment = process.environment();
        return Stream.of("EDITOR", "VISUAL")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .or(() -> USUAL.stream().filter(this::isOnPath).findFirst());
    }

    private boolean isOnPath(String name) {
        String path = process.environment().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private int run(String editor, List<Path> files) {
        List<String> command = new ArrayList<>(words(editor));
        files.forEach(file -> command.add(file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        try {
            return builder.start().waitFor();
        } catch (IOException missing) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    List.of(Problem.of("The editor \"" + editor + "\" cannot be started.")
                            .withHint("Check the variable EDITOR.")),
                    missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    List.of(Problem.of("Interrupted while the editor was open.")),
                    interrupted);
        }
    }

    /** The variable may hold arguments and quotes, which are the shell's to understand, as for git. */
    private static List<String> words(String editor) {
        return File.separatorChar == '/'
                ? List.of("sh", "-c", editor + " \"$@\"", "retort")
                : List.of(editor.split("\\s+"));
    }
}
