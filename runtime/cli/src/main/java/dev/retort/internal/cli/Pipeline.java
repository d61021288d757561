package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A service that tries the migrations of each change, and the file that it reads. */
enum Pipeline {
    GITHUB(".github/workflows/migrations.yml"),
    GITLAB(".gitlab-ci.yml");

    private final String file;

    Pipeline(String file) {
        this.file = file;
    }

    /** As the service wants it, from the top of the repository. */
    String file() {
        return file;
    }

    String text() {
        return Template.resource(word() + ".yml");
    }

    static Pipeline named(String name) {
        List<String> words = words();
        return Arrays.stream(values())
                .filter(pipeline -> pipeline.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("There is no file for \"" + name + "\"; there is one for "
                                        + String.join(" and ", words) + ".")
                                .withHint(Suggestion.didYouMean(name, words).orElse("Type: retort init --help"))));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Pipeline::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For those who complete the name of a service. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }
}
