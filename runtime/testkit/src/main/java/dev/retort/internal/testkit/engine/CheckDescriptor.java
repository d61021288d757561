package dev.retort.internal.testkit.engine;

import dev.retort.Check;
import dev.retort.Location;
import dev.retort.internal.testkit.Proof;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** One check: a test whose source is the script that it is about. */
final class CheckDescriptor extends AbstractTestDescriptor {

    private final Check check;

    CheckDescriptor(UniqueId parent, Check check) {
        super(id(parent, check), Proof.name(check), source(check));
        this.check = check;
    }

    static UniqueId id(UniqueId parent, Check check) {
        return parent.append(segment(check), check.name());
    }

    /** A revision may have the name of a check. */
    private static String segment(Check check) {
        return check.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Check check() {
        return check;
    }

    /** What is about the whole chain is in no file; a report finds the class that it belongs to by its parent. */
    private static @Nullable TestSource source(Check check) {
        @Nullable Location place = check.place().orElse(null);
        if (place == null) {
            return null;
        }
        Path file = Path.of(place.file()).toAbsolutePath();
        if (place.line() == 0) {
            return FileSource.from(file.toFile());
        }
        FilePosition position =
                place.column() == 0 ? FilePosition.from(place.line()) : FilePosition.from(place.line(), place.column());
        return FileSource.from(file.toFile(), position);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
