package dev.retort.internal.maven;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Compares the database with the model, and fails where they differ. The entities of JPA are those of the project. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends RetortMojo {

    /** The model: {@code jpa}, or a schema file. Without it: that of the configuration. */
    @Parameter(property = "retort.model")
    @Nullable
    private String model;

    /** Compares the database with what its applied revisions made of it. */
    @Parameter(property = "retort.drift", defaultValue = "false")
    private boolean drift;

    @Parameter(defaultValue = "${project}", readonly = true)
    @Nullable
    private MavenProject project;

    @Override
    List<String> command() {
        if (drift) {
            return List.of("check", "--drift");
        }
        return model == null ? List.of("check") : List.of("check", "--target", model);
    }

    @Override
    Map<String, String> variables() throws MojoExecutionException {
        Map<String, String> variables = new HashMap<>();
        if (project != null && project.getFile() != null) {
            variables.put("RETORT_JPA_CLASSES", project.getBuild().getOutputDirectory());
            try {
                // Folders that no source was compiled into are not there.
                String libraries = project.getTestClasspathElements().stream()
                        .filter(element -> new File(element).exists())
                        .collect(Collectors.joining(File.pathSeparator));
                variables.put("RETORT_JPA_CLASSPATH", libraries);
            } catch (DependencyResolutionRequiredException unresolved) {
                throw new MojoExecutionException("The dependencies of the project are not resolved.", unresolved);
            }
        }
        return variables;
    }
}
