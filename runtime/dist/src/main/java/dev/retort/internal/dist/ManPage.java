package dev.retort.internal.dist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command, out of what {@code --help} prints. Written here and not with picocli's generator: that
 * needs Asciidoctor and with it a Ruby in the build, and would fill the examples as if they were text.
 */
final class ManPage {

    private final CommandSpec command;
    private final @Nullable CommandSpec root;
    private final Roff page = new Roff();

    private ManPage(CommandSpec command) {
        this.command = command;
        this.root = command.parent();
    }

    static ManPage of(CommandLine command, String version, String date) {
        ManPage page = new ManPage(command.getCommandSpec());
        page.write(version, date);
        return page;
    }

    String text() {
        return page.toString();
    }

    private void write(String version, String date) {
        String name = command.qualifiedName("-");
        String description = String.join(" ", command.usageMessage().description());
        // A date is read as such where its hyphens are no minus signs.
        page.line(".TH \"" + Roff.escaped(name.toUpperCase(Locale.ROOT)) + "\" 1 " + date + " \"Retort " + version
                + "\" \"Manual of Retort\"");
        page.macro("SH", "NAME");
        String oneLine = description.replaceAll("\\.$", "");
        page.prose(name + " - " + oneLine);
        page.macro("SH", "SYNOPSIS");
        page.line(synopsis());
        page.macro("SH", "DESCRIPTION");
        page.prose(description);
        parameters();
        commands();
        options();
        footer();
        exitCodes();
        seeAlso();
    }

    private String synopsis() {
        String parameters = command.positionalParameters().stream()
                .map(parameter -> " " + parameter(parameter))
                .collect(Collectors.joining());
        return Roff.font("B", command.qualifiedName(" ")) + " [" + Roff.font("I", "OPTIONS") + "]"
                + (root == null ? " " + Roff.font("I", "COMMAND") : parameters);
    }

    private static String parameter(PositionalParamSpec parameter) {
        String label =
                Roff.font("I", parameter.paramLabel()) + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private void parameters() {
        if (command.positionalParameters().isEmpty()) {
            return;
        }
        page.macro("SH", "ARGUMENTS");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            item(Roff.font("I", parameter.paramLabel()), parameter.description());
        }
    }

    private void commands() {
        if (root != null) {
            return;
        }
        page.macro("SH", "COMMANDS");
        page.prose("Each has a page of its own.");
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(other -> !other.usageMessage().hidden())
                .forEach(other -> item(
                        Roff.font("B", other.qualifiedName("-")) + "(1)",
                        other.usageMessage().description()));
    }

    private void options() {
        List<OptionSpec> visible =
                command.options().stream().filter(option -> !option.hidden()).toList();
        options("OPTIONS", visible.stream().filter(option -> !isGlobal(option)).toList());
        options("GLOBAL OPTIONS", visible.stream().filter(this::isGlobal).toList());
    }

    /** Those of the program itself may be given to each command. */
    private boolean isGlobal(OptionSpec option) {
        return root == null ? !option.versionHelp() : root.findOption(option.longestName()) != null;
    }

    private void options(String heading, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return;
        }
        page.macro("SH", heading);
        for (OptionSpec option : options) {
            String names = Arrays.stream(option.names())
                    .map(name -> Roff.font("B", name))
                    .collect(Collectors.joining(", "));
            String value = option.arity().max() == 0 ? "" : " " + Roff.font("I", option.paramLabel());
            item(names + value, option.description());
        }
    }

    /** What follows the options in the help: headings with a colon, lines of examples, sentences. */
    private void footer() {
        List<String> example = new ArrayList<>();
        for (String line : command.usageMessage().footer()) {
            String plain = String.format(line);
            if (plain.startsWith(" ")) {
                example.add(plain.substring(Math.min(2, plain.length())));
                continue;
            }
            example(example);
            if (plain.matches("\\p{Lu}[\\p{L} ]*:")) {
                page.macro("SH", plain.replace(":", "").toUpperCase(Locale.ROOT));
            } else if (!plain.isBlank()) {
                page.macro("PP");
                page.prose(plain);
            }
        }
        example(example);
    }

    private void example(List<String> lines) {
        if (!lines.isEmpty()) {
            page.example(lines);
            lines.clear();
        }
    }

    private void exitCodes() {
        page.macro("SH", "EXIT STATUS");
        for (Map.Entry<String, String> code :
                command.usageMessage().exitCodeList().entrySet()) {
            item(Roff.font("B", code.getKey().strip()), code.getValue());
        }
    }

    private void seeAlso() {
        if (root != null) {
            page.macro("SH", "SEE ALSO");
            page.line(Roff.font("B", root.name()) + "(1)");
        }
    }

    private void item(String term, String... description) {
        page.macro("TP");
        page.line(term);
        page.prose(String.format(String.join(" ", description)));
    }
}
