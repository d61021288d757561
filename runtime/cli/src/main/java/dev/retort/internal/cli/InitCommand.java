package dev.retort.internal.cli;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Make a folder for revisions, a configuration file, and a template for new revisions.",
        footer = {
            "",
            "Examples:",
            "  retort init                        migrations/ and retort.toml, in this folder",
            "  retort init db/migrations          with the revisions elsewhere",
            "  retort init --ci github            and a workflow that tries the migrations of each change",
            "  retort init -t environments        with environments for development, tests and production"
        })
final class InitCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "migrations",
            converter = Positional.class,
            description = "The folder for revisions. Without it: migrations.")
    String folder = "migrations";

    @Option(
            names = {"-t", "--template"},
            paramLabel = "NAME",
            defaultValue = "generic",
            description = "What to start from, see \"retort list-templates\". Without it: generic.")
    String template = "generic";

    @Option(
            names = "--ci",
            paramLabel = "SERVICE",
            completionCandidates = Pipeline.Names.class,
            description =
                    "Also write a file that tries the migrations of each change: github or gitlab. In a project, that one alone.")
    @Nullable
    String pipeline;

    @Override
    public ExitCode run(Invocation invocation) {
        Template chosen = Template.named(template);
        Path here = invocation.process().workingDirectory();
        Path migrations = here.resolve(folder).normalize();
        String name = invocation.options().config;
        Path configuration = here.resolve(name == null ? "retort.toml" : name).normalize();
        Path configurationFolder = configuration.resolveSibling("");
        Map<Path, String> files = new LinkedHashMap<>();
        boolean begun = pipeline != null && Files.exists(configuration);
        if (!begun) {
            files.put(
                    configuration,
                    chosen.configuration(
                            configurationFolder.relativize(migrations).toString()));
            files.put(migrations.resolve("revision.template"), chosen.revision());
        }
        if (pipeline != null) {
            Pipeline service = Pipeline.named(pipeline);
            files.put(here.resolve(service.file()), service.text());
        }
        refuseToOverwrite(here, migrations, files);
        write(files);
        if (!begun) {
            String option = name == null ? "" : "-c " + name + " ";
            invocation.console().progress("Write the first revision: retort " + option + "revision -m \"…\"");
        }
        return Results.written(invocation, files.keySet());
    }

    private static void refuseToOverwrite(Path here, Path migrations, Map<Path, String> files) {
        List<Problem> problems = new ArrayList<>();
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                problems.add(Problem.at(Location.of(Chain.display(file, here)), "The file is there already.")
                        .withHint("Nothing was written; remove it or choose another name."));
            }
        }
        Path there = existing(migrations);
        if (!Files.isDirectory(there)) {
            problems.add(Problem.at(Location.of(Chain.display(there, here)), "It is there already, and not a folder.")
                    .withHint("Type: retort init OTHER_DIR"));
        }
        if (!problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.USAGE, problems);
        }
    }

    /** The path itself, or the nearest one above it that is there. */
    private static Path existing(Path path) {
        Path there = path;
        for (Path above = path; !Files.exists(there) && above != null; above = above.getParent()) {
            there = above;
        }
        return there;
    }

    /** All of them or none: what is there already would be in the way of the next try. */
    private static void write(Map<Path, String> files) {
        Deque<Path> created = new ArrayDeque<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            try {
                createFolder(file.getKey().resolveSibling(""), created);
                new WholeFile(file.getKey(), file.getKey().toString()).create(file.getValue());
                created.push(file.getKey());
            } catch (RetortException failed) {
                created.forEach(InitCommand::remove);
                throw failed;
            } catch (IOException failed) {
                created.forEach(InitCommand::remove);
                throw new RetortException(
                        RetortException.Kind.FAILED,
                        List.of(Problem.at(
                                        Location.of(file.getKey().toString()),
                                        "The file cannot be written: " + WholeFile.reason(failed) + ".")
                                .withHint("Check the folder's permissions.")),
                        failed);
            }
        }
    }

    private static void createFolder(Path folder, Deque<Path> created) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above != null) {
                createFolder(above, created);
            }
            Files.createDirectory(folder);
            created.push(folder);
        }
    }

    private static void remove(Path created) {
        try {
            Files.deleteIfExists(created);
        } catch (IOException e) {
            // What somebody else has put there in the meantime stays; the first failure is what is reported.
            return;
        }
    }
}
