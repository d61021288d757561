package dev.retort.internal.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The class path of the entities, on which Hibernate is: that of the settings, or that of the application around it.
 */
final class ModelClasses implements AutoCloseable {

    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";
    private static final String DDL = "dev.retort.internal.jpa.hibernate.HibernateDdl";

    private static final String LOGGING = "org.jboss.logging.provider";

    private final URLClassLoader loader;
    private final boolean apart;

    private ModelClasses(URLClassLoader loader, boolean apart) {
        this.loader = loader;
        this.apart = apart;
    }

    /** @throws dev.retort.RetortException of the kind USAGE where Hibernate is not on it */
    static ModelClasses of(JpaSettings settings) {
        ModelClasses classes =
                settings.classPath().isEmpty() ? ofApplication(settings.classes()) : apart(settings.all());
        if (!classes.hasHibernate()) {
            classes.close();
            throw JpaSettings.usage("Hibernate is not on the class path of the entities.", hint(settings));
        }
        return classes;
    }

    private static String hint(JpaSettings settings) {
        return settings.classPath().isEmpty()
                ? "Add org.hibernate.orm:hibernate-core to the application, or write "
                        + "classpath = [\"target/dependency/*.jar\"] in the table [jpa] after: "
                        + "mvn dependency:copy-dependencies"
                : "Add org.hibernate.orm:hibernate-core and what it needs to the setting jpa.classpath.";
    }

    private static ModelClasses ofApplication(List<Path> classes) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = ModelClasses.class.getClassLoader();
        return new ModelClasses(
                new URLClassLoader("entities", urls(classes), sees(context, DDL) ? context : own), false);
    }

    private static boolean sees(ClassLoader loader, String name) {
        return loader != null && loader.getResource(name.replace('.', '/') + ".class") != null;
    }

    private static ModelClasses apart(List<Path> classPath) {
        return new ModelClasses(new ApartLoader(urls(classPath), own()), true);
    }

    /** Where the classes of this library are. */
    private static URL own() {
        CodeSource source = ModelClasses.class.getProtectionDomain().getCodeSource();
        return Objects.requireNonNull(source, "a library without a place").getLocation();
    }

    private static URL[] urls(List<Path> paths) {
        List<URL> urls = new ArrayList<>();
        for (Path path : paths) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("a path that is no URL: " + path, e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    private boolean hasHibernate() {
        return sees(loader, HIBERNATE);
    }

    ClassLoader loader() {
        return loader;
    }

    List<String> statements(EntityDdl.Request request) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        String logging = System.getProperty(LOGGING);
        thread.setContextClassLoader(loader);
        if (apart && logging == null) {
            // Without it, Hibernate's library of logs looks for another one and prints by itself.
            System.setProperty(LOGGING, "slf4j");
        }
        try {
            return ddl().statements(request);
        } finally {
            thread.setContextClassLoader(before);
            if (apart && logging == null) {
                System.clearProperty(LOGGING);
            }
        }
    }

    private EntityDdl ddl() {
        try {
            return (EntityDdl)
                    Class.forName(DDL, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the classes beside Hibernate do not begin", e);
        } catch (NoClassDefFoundError e) {
            throw JpaSettings.usage(
                    "Hibernate lacks the class "
                            + String.valueOf(e.getMessage()).replace('/', '.') + " on the class path of the entities.",
                    "Copy all libraries there: mvn dependency:copy-dependencies");
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Classes that do not mix with Retort's: its own libraries may be on both class paths in different versions. What is common
     * is Retort itself, but for what is written against Hibernate, and where messages are logged.
     */
    private static final class ApartLoader extends URLClassLoader {
        private static final String OURS = "dev.retort.";
        private static final String BESIDE_HIBERNATE = "dev.retort.internal.jpa.hibernate.";
        private static final String LOGS = "org.slf4j.";

        static {
            registerAsParallelCapable();
        }

        private final ClassLoader common = ModelClasses.class.getClassLoader();

        ApartLoader(URL[] classPath, URL own) {
            super("entities", classPath, ClassLoader.getPlatformClassLoader());
            addURL(own);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean isCommon = name.startsWith(OURS) && !name.startsWith(BESIDE_HIBERNATE) || name.startsWith(LOGS);
            return isCommon ? common.loadClass(name) : super.loadClass(name, resolve);
        }
    }
}
