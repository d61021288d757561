package dev.retort.internal.jpa;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the classes that say what tables there are, by their annotations; none is loaded. */
final class EntityScan {

    private static final Set<String> MANAGED = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Converter;");

    private static final String FORMER = "Ljavax/persistence/Entity;";
    private static final String OF_HIBERNATE = "Lorg/hibernate/annotations/";
    private static final String PACKAGE = "package-info";

    private final List<String> classes = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();

    private EntityScan() {}

    /** @param places folders and jars */
    static EntityScan of(List<Path> places) {
        EntityScan scan = new EntityScan();
        for (Path place : places) {
            try {
                scan.look(place);
            } catch (IOException e) {
                throw new RetortException(
                        RetortException.Kind.USAGE,
                        List.of(Problem.of("The classes in " + place + " cannot be read: " + e.getMessage() + ".")),
                        e);
            }
        }
        return scan;
    }

    List<String> classes() {
        return classes;
    }

    /** Those that have annotations of Hibernate's. */
    List<String> packages() {
        return packages;
    }

    private void look(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            inside(place);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            for (Path root : jar.getRootDirectories()) {
                inside(root);
            }
        }
    }

    private void inside(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.startsWith(root.resolve("META-INF")))
                    .sorted()
                    .forEach(this::read);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Annotations annotations = new Annotations();
        ClassReader reader = new ClassReader(bytes);
        reader.accept(annotations, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        String name = reader.getClassName().replace('/', '.');
        if (annotations.names.contains(FORMER)) {
            throw JpaSettings.usage(
                    "The entity " + name + " has the annotations of javax.persistence.",
                    "Retort reads those of jakarta.persistence, as Hibernate 6 and later do.");
        } else if (annotations.names.stream().anyMatch(MANAGED::contains)) {
            classes.add(name);
        } else if (name.endsWith("." + PACKAGE)
                && annotations.names.stream().anyMatch(each -> each.startsWith(OF_HIBERNATE))) {
            packages.add(name.substring(0, name.length() - PACKAGE.length() - 1));
        }
    }

    private static final class Annotations extends ClassVisitor {
        private final List<String> names = new ArrayList<>();

        Annotations() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            names.add(descriptor);
            return null;
        }
    }
}
