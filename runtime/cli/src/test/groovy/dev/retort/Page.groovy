package dev.retort

import groovy.transform.CompileStatic

import java.nio.file.Files
import java.nio.file.Path

/** A page of the documentation: its blocks, each with the directives of the comments before it. */
@CompileStatic
final class Page {

    private static final String GENERATED = /<!-- (options: \w+|end) -->/

    static final Path HOME = Path.of('../..')

    private static final String DATABASE = 'INFO  [retort.database] '

    final String name
    final List<String> lines
    final List<Block> blocks = []

    /** Text between two fences. */
    static final class Block {
        String page
        String section
        String language
        String indent
        /** Of its first line, from 0. */
        int start
        List<String> lines
        List<Directive> directives

        String getText() {
            lines.join('\n') + '\n'
        }

        /** Why it is not run; null where it is. */
        String getMark() {
            directives.find { it.name == 'not run' }?.value
        }

        /** A script and not a part of one. */
        boolean isComplete() {
            language == 'groovy' && lines.any { it =~ /^revision\b/ }
        }

        List<Shown> getCommands() {
            List<Shown> commands = []
            Shown shown = null
            lines.eachWithIndex { String line, int i ->
                if (line.startsWith('$ ')) {
                    shown = new Shown(page: page, line: start + i, command: line.substring(2), from: start + i + 1)
                    commands << shown
                } else {
                    if (shown == null) {
                        shown = new Shown(page: page, line: start + i, hidden: true, from: start + i)
                        commands << shown
                    }
                    shown.expected << line
                }
            }
            commands.each { it.trim() }
        }

        @Override
        String toString() {
            "$page:${start + 1}"
        }
    }

    /** One line of a comment. */
    static final class Directive {
        String name
        String value
    }

    /** A command, and what the page shows below it; without a command where that is in a comment. */
    static final class Shown {
        String page
        int line
        String command
        /** Where the command is in a comment. */
        boolean hidden
        /** Of the line below it, from 0. */
        int from
        List<String> expected = []
        List<String> actual = []
        int exit

        /** Most transcripts leave out which database is used, as docs/running.md says; an error that stands alone is without the log. */
        List<String> getPrinted() {
            boolean onDatabase = expected.any { it.startsWith(DATABASE) }
            actual.findAll { (onDatabase || !it.startsWith(DATABASE)) && (!hidden || !it.startsWith('INFO ')) }
        }

        void trim() {
            while (expected && expected.last().isEmpty()) {
                expected.removeLast()
            }
        }

        /** A list of commands shows no output. */
        boolean isAsShown() {
            expected ? Transcript.same(expected, printed) : exit == 0
        }

        @Override
        String toString() {
            "\n$page:${line + 1}: $command (exit code $exit)\n" + expected.collect { "  shown   | $it\n" }.join('') + printed.collect { "  printed | $it\n" }.join('')
        }
    }

    Page(String name) {
        this.name = name
        lines = Files.readAllLines(HOME.resolve(name))
        read()
    }

    private void read() {
        List<Directive> directives = []
        String section = ''
        int i = 0
        while (i < lines.size()) {
            def fence = lines[i] =~ /^( *)```(\w*)$/
            if (lines[i] ==~ GENERATED) {
                // The tables of options between such comments are OptionTablesSpec's.
            } else if (lines[i].trim().startsWith('<!--')) {
                int end = (i..<lines.size()).find { int n -> lines[n].contains('-->') } as int
                directives.addAll(comment(lines[i..end].join('\n')))
                i = end
            } else if (fence.matches()) {
                String indent = fence.group(1)
                int end = (i + 1..<lines.size()).find { int n -> lines[n] == indent + '```' } as int
                blocks << new Block(page: name, section: section, language: fence.group(2), indent: indent, start: i + 1, directives: directives,
                        lines: lines.subList(i + 1, end).collect { String line -> line.length() < indent.length() ? line : line.substring(indent.length()) })
                directives = []
                i = end
            } else if (lines[i].startsWith('#')) {
                section = lines[i].replaceFirst(/^#+ /, '')
            }
            i++
        }
        assert directives.isEmpty(): "$name: a comment without a block after it"
    }

    private List<Directive> comment(String text) {
        text.substring(text.indexOf('<!--') + 4, text.indexOf('-->')).readLines()*.trim().findAll().collect { String line ->
            def parts = line =~ /^(\$|project:|server:|file:|edit:|sql:|holding:|not run:|refused) ?(.*)$/
            assert parts.matches(): "$name: no directive: $line"
            new Directive(name: parts.group(1) - ':', value: parts.group(2))
        }
    }

    /** Puts what was printed in the place of what the page shows, where they differ. */
    void rewrite(List<Shown> wrong) {
        List<String> text = new ArrayList<>(lines)
        wrong.findAll { it.expected }.reverse().each { Shown command ->
            String indent = blocks.find { it.start <= command.line && command.line < it.start + it.lines.size() }.indent
            command.expected.size().times { text.remove(command.from) }
            text.addAll(command.from, command.printed.collect { (indent + it).stripTrailing() })
        }
        Files.writeString(HOME.resolve(name), text.join('\n') + '\n')
    }

    @Override
    String toString() {
        name
    }
}
